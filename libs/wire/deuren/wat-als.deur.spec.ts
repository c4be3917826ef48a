import { describe, expect, it } from '@jest/globals';
import { BadInput } from '@wijkspoor/kernel';
import { faultsOf } from '../faults.fixture.ts';
import { gemeenteUit } from '../gemeente.fixture.ts';
import { watAlsDeur } from './wat-als.deur.ts';

const gemeente = gemeenteUit('voorbeeldstad');
const deur = watAlsDeur(gemeente);
const beleid = gemeente.termijnbeleid;
const eigenDag = { datum: '2026-07-01', naam: 'Stadsdag', bron: { tekst: 'b', zekerheid: 'open' } };

describe('a proposal for other terms', () => {
  it('is set beside what holds, and leaves the rest as it is', () => {
    const { nu, straks, vanaf } = deur({ termijnbeleid: beleid, vanaf: '2026-01-01' });
    expect(nu).toBe(gemeente);
    expect(vanaf).toBe('2026-01-01');
    expect(straks.termijnbeleid).toEqual(beleid);
    expect(straks.kalender).toBe(gemeente.kalender);
    expect(straks.dienstkalender).toEqual(gemeente.dienstkalender);
  });

  it('can be about own days off alone', () => {
    const { straks } = deur({ eigenDagen: [eigenDag] });
    expect([...straks.dienstkalender.eigen.keys()]).toEqual(['2026-07-01']);
    expect(straks.termijnbeleid).toBe(beleid);
  });

  it('is refused with every fault, each at its place', () => {
    const [eerste, ...rest] = beleid;
    const fout = {
      ...eerste,
      lengte: { dagen: -1 },
      ontvangers: { herinnering: ['burgemeester'] },
    };
    const faults = faultsOf(() =>
      deur({ termijnbeleid: [fout, ...rest], kalender: { naam: 'x' }, eigenDagen: [] }),
    );
    expect(Object.keys(faults)).toEqual(
      expect.arrayContaining([
        '/termijnbeleid/0/lengte/dagen',
        '/termijnbeleid/0/ontvangers/herinnering/0',
        '/kalender/dekking',
      ]),
    );
  });

  it('is refused with the faults in what it says, also when it says what is not known', () => {
    const dag = { ...eigenDag, datum: '2027-02-30' };
    const faults = faultsOf(() => deur({ eigenDagen: [dag], vanaf: 'ooit', beleid: 1 }));
    expect(Object.keys(faults).toSorted()).toEqual(['/beleid', '/eigenDagen/0/datum', '/vanaf']);
  });

  it.each([[[]], ['x'], [null], [{ termijnbeleid: [1], kalender: 7, eigenDagen: 'x' }]])(
    'is refused whatever it is: %j',
    (input) => {
      expect(() => deur(input)).toThrow(BadInput);
    },
  );

  it('is refused with a gap in the validity', () => {
    const later = beleid.map((een) => ({ ...een, geldigVan: '2099-01-01', geldigTot: undefined }));
    const termijnbeleid = JSON.parse(JSON.stringify([...beleid, ...later])) as unknown;
    expect(Object.keys(faultsOf(() => deur({ termijnbeleid })))[0]).toMatch(/^\/termijnbeleid\//);
  });

  it.each([
    [{}, ''],
    [{ beleid: [] }, '/beleid'],
    [{ termijnbeleid: 'alles' }, '/termijnbeleid'],
    [{ eigenDagen: [{ ...eigenDag, datum: '2099-07-01' }] }, '/eigenDagen/0/datum'],
    [{ eigenDagen: [], vanaf: 'ooit' }, '/vanaf'],
  ])('is refused when it says nothing that is known: %j', (body, pointer) => {
    expect(Object.keys(faultsOf(() => deur(body)))).toEqual([pointer]);
  });
});
