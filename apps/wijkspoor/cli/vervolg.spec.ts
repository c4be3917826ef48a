import { describe, expect, it } from '@jest/globals';
import { leesStap, nogTeDoen, perZaak } from './vervolg.ts';

const stap = (pad: string, body: object, id = 'v1') =>
  leesStap(JSON.stringify({ zaak: { bron: 'b', id }, pad, body }), `vervolg.ndjson:${id}`);

const brief = (kenmerk: string) => ({ brief: { kenmerk, datum: '2026-03-02' }, door: 'college' });

const stappen = [
  stap('afdoeningen', { ...brief('A'), reden: 'gaat mee als reden' }),
  stap('afdoeningen/weigeringen', { geweigerdOp: '2026-04-01', reden: 'nee' }),
  stap('afdoeningen', brief('B')),
  stap('afdoeningen/aanvaardingen', { aanvaardOp: '2026-05-01' }),
];

const feit = (gebeurtenis: string, gegevens: object) => ({
  gebeurtenis,
  gegevens: { zaakId: 'zaak-1', ...gegevens },
});

const geschiedenis = [
  feit('MotieGeregistreerd', {}),
  feit('AfdoeningVoorgesteld', brief('A')),
  feit('TermijnOverschreden', {}),
  feit('AfdoeningGeweigerd', { geweigerdOp: '2026-04-01', reden: 'nee' }),
  feit('AfdoeningVoorgesteld', brief('B')),
  feit('AfdoeningAanvaard', { aanvaardOp: '2026-05-01' }),
  feit('ZaakGesloten', {}),
];

describe('wat er nog te doen is aan een zaak', () => {
  it('is alles als er nog niets gebeurde', () => {
    expect(nogTeDoen(stappen, geschiedenis.slice(0, 1))).toEqual(stappen);
  });

  it('is na een onderbreking alleen de rest', () => {
    expect(nogTeDoen(stappen, geschiedenis.slice(0, 4))).toEqual(stappen.slice(2));
  });

  it('is niets meer als alles er al is', () => {
    expect(nogTeDoen(stappen, geschiedenis)).toEqual([]);
  });

  it('is hetzelfde soort feit met een andere inhoud wel', () => {
    const anders = stap('afdoeningen', brief('C'));
    expect(nogTeDoen([...stappen, anders], geschiedenis)).toEqual([anders]);
  });
});

describe('de stappen van een vervolg', () => {
  it('blijven per zaak bij elkaar, op volgorde', () => {
    const [a, b, c] = [
      stap('themas', {}, 'x'),
      stap('themas', {}, 'y'),
      stap('sluitingen', {}, 'x'),
    ];
    expect(perZaak([a, b, c]).map(([, eigen]) => eigen)).toEqual([[a, c], [b]]);
  });
});
