import { describe, expect, it } from '@jest/globals';
import { BadInput, Refused, RevisionConflict } from './index.ts';

describe('an expected error', () => {
  it('says which rule refused, with the values', () => {
    expect(new Refused('zaak-bestaat-al', { zaakId: 'zaak-7' }).message).toBe(
      'zaak-bestaat-al {"zaakId":"zaak-7"}',
    );
  });

  it('names every fault of an input, each at its place', () => {
    const bad = new BadInput([
      { pointer: '', message: 'te groot' },
      { pointer: '/wijk', message: 'onbekend' },
    ]);
    expect(bad.message).toBe('(geheel): te groot\n/wijk: onbekend');
  });

  it('tells the one who came second what to do', () => {
    expect(new RevisionConflict('zaak-7', 3, 4).message).toBe(
      'zaak-7 is at revision 4, not 3. Read it again and decide again.',
    );
  });
});
