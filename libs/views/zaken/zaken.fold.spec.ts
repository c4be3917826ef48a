import { describe, expect, it } from '@jest/globals';
import type { TermijnBewijs, Vervolg, Zaak, ZaakEvent } from '@wijkspoor/domain';
import { zaakDecider } from '@wijkspoor/domain';
import fc from 'fast-check';
import type { Stap } from '../fixtures/leven.fixture.ts';
import { leven, registratie, zesWeken } from '../fixtures/leven.fixture.ts';
import { logboekVan } from '../fixtures/logboek.fixture.ts';
import type { ZaakRij } from './zaken.row.ts';
import { vouwAlles } from './zaken.view.ts';

const zaakId = 'zaak-lekkage';
const door = 'wijk-mt:tarwewijk';
const stappen = fc.array(fc.record({ doe: fc.nat(15), dag: fc.nat(99) }), { maxLength: 25 });

function rijVan(...events: readonly ZaakEvent[]): ZaakRij {
  const rij = vouwAlles(logboekVan(events).events);
  if (!rij) throw new Error('no row');
  return rij;
}

const advies = registratie({ zaakId, soort: 1 });
const vraag = registratie({ zaakId });
const bewijs: TermijnBewijs = { startdatum: '2026-03-02', regel: zesWeken, stappen: [] };
const gestart: Vervolg = {
  type: 'TermijnGestart',
  data: { zaakId, door, revisie: 1, einde: '2026-04-13', bewijs },
};
const afgesproken: Vervolg = {
  type: 'TermijnAfgesproken',
  data: {
    ...{ zaakId, door, revisie: 2, einde: '2026-05-04', vorigEinde: '2026-04-13' },
    ...{ met: 'wijkraad', afgesprokenOp: '2026-04-07', reden: 'onderzoek', naVerstrijken: false },
  },
};
const toegewezen: Vervolg = {
  type: 'ZaakToegewezen',
  data: { zaakId, door, behandelaar: door, toegewezenOp: '2026-03-03' },
};
const overschreden: Vervolg = {
  type: 'TermijnOverschreden',
  data: { zaakId, door, revisie: 1, einde: '2026-04-13', vastgesteldOp: '2026-04-14' },
};
const antwoord: Vervolg = {
  type: 'AntwoordGegeven',
  data: { zaakId, door, vorm: 'schriftelijk', antwoordOp: '2026-04-20', inhoud: 'Ja.' },
};
const gesloten: Vervolg = {
  type: 'ZaakGesloten',
  data: { zaakId, door, grond: 'afgehandeld', geslotenOp: '2026-04-22', reden: 'klaar' },
};
const heropend: Vervolg = {
  type: 'ZaakHeropend',
  data: { zaakId, door, heropendOp: '2026-05-01', reden: 'lekt weer' },
};

describe('the row of a case', () => {
  it('begins as it was registered, with nothing decided yet', () => {
    expect(rijVan(advies)).toMatchObject({
      ...{ zaakId, revisie: 0, soort: 'ongevraagd-advies', status: 'nieuw', behandelaar: null },
      ...{ einde: null, gestoptOp: null, afdoening: 'geen', heropend: 0, termijnen: [] },
      ...{ aanmeldingBron: 'balie', kenmerken: ['22bb4407'], kenmerkenZoek: ['22bb4407'] },
      ...{ geregistreerdOp: '2026-11-20T09:30:00.123Z', vanaf: '2026-03-02' },
    });
  });

  it('keeps the wethouder and the visit that the registration names', () => {
    expect(rijVan(registratie({ zaakId, soort: 2 }))).toMatchObject({
      ...{ soort: 'vraag-uit-de-wijk', wethouder: 'wonen', werkbezoekId: 'werkbezoek-1' },
    });
    expect(rijVan(vraag)).toMatchObject({ wethouder: null, werkbezoekId: null });
  });

  it('keeps the owner that an actiepunt names', () => {
    expect(rijVan(registratie({ zaakId, soort: 5 }))).toMatchObject({
      ...{ soort: 'actiepunt', eigenaar: 'cluster:groen', behandelaar: null },
    });
    expect(rijVan(advies)).toMatchObject({ eigenaar: null });
  });

  it('shows the first end, the end that holds and every revision of it with its reason', () => {
    const rij = rijVan(advies, toegewezen, gestart, afgesproken);
    expect(rij).toMatchObject({ eersteEinde: '2026-04-13', einde: '2026-05-04' });
    expect(rij.termijnen).toEqual([
      { revisie: 1, einde: '2026-04-13', sinds: '2026-03-02', waarom: zesWeken.basis.tekst },
      {
        ...{ revisie: 2, einde: '2026-05-04', sinds: '2026-04-07', waarom: 'onderzoek' },
        afspraak: { vorigEinde: '2026-04-13', met: 'wijkraad', naVerstrijken: false },
      },
    ]);
  });

  it('keeps the first answer as the day that counts', () => {
    const later = { ...antwoord.data, antwoordOp: '2026-04-27' } as typeof antwoord.data;
    const rij = rijVan(vraag, gestart, antwoord, { ...antwoord, data: later }, gesloten);
    expect(rij).toMatchObject({ beantwoordOp: '2026-04-20', gestoptOp: '2026-04-20' });
    expect(rij).toMatchObject({ status: 'gesloten', geslotenOp: '2026-04-22' });
  });

  it('starts again when it is reopened, and keeps what was before', () => {
    const rij = rijVan(vraag, toegewezen, gestart, overschreden, antwoord, gesloten, heropend);
    expect(rij).toMatchObject({
      ...{ status: 'in-behandeling', einde: null, eersteEinde: null, gestoptOp: null },
      ...{ beantwoordOp: null, geslotenOp: null, sluitgrond: null, heropend: 1 },
      overschreden: false,
    });
    expect(rij.termijnen).toHaveLength(1);
    expect(rij.eerdereStanden.map(({ vanaf, status }) => [vanaf, status])).toEqual([
      ['2026-03-02', 'nieuw'],
      ['2026-03-03', 'in-behandeling'],
      ['2026-04-20', 'beantwoord'],
      ['2026-04-22', 'gesloten'],
    ]);
  });

  it('can be found by the letter that answered it, once, however it was written', () => {
    const brief = { kenmerk: '22BB004407', datum: '2026-04-20' } as const;
    const voorgesteld: Vervolg = {
      type: 'AfdoeningVoorgesteld',
      data: { zaakId, door, brief, voorgesteldOp: '2026-04-20' },
    };
    const rij = rijVan(advies, voorgesteld, voorgesteld);
    expect(rij.kenmerken).toEqual(['22bb4407', '22BB004407']);
    expect(rij.kenmerkenZoek).toEqual(['22bb4407']);
  });

  it('takes a fact that is dated before later ones into each of the days after it', () => {
    const eerder = { type: 'ContactVastgelegd', data: { met: 'wijkraad', inhoud: 'Gebeld.' } };
    const contact = {
      ...eerder,
      data: { ...eerder.data, zaakId, door, contactOp: '2026-03-20' },
    } as Vervolg;
    const rij = rijVan(vraag, gestart, antwoord, contact);
    expect(rij).toMatchObject({ vanaf: '2026-04-20', laatsteContactOp: '2026-03-20' });
    expect(rij.eerdereStanden).toEqual([
      expect.objectContaining({ vanaf: '2026-03-02', laatsteContactOp: null }),
      expect.objectContaining({
        vanaf: '2026-03-20',
        laatsteContactOp: '2026-03-20',
        einde: '2026-04-13',
      }),
    ]);
  });

  it('refuses a stream that does not begin with a registration', () => {
    expect(() => rijVan(antwoord)).toThrow('AntwoordGegeven cannot be the first event');
  });

  it('says of every case what the domain itself says of it', () => {
    fc.assert(
      fc.property(fc.nat(4), stappen, (soort, gedaan: readonly Stap[]) => {
        const events = leven({ zaakId, soort }, gedaan);
        const { evolve, initial } = zaakDecider;
        expect(gemeenschappelijk(rijVan(...events))).toEqual(
          uitDomein(events.reduce(evolve, initial)),
        );
      }),
    );
  });

  it('lists how it stood before in the order of the days, each day once', () => {
    fc.assert(
      fc.property(fc.nat(4), stappen, (soort, gedaan: readonly Stap[]) => {
        const rij = rijVan(...leven({ zaakId, soort }, gedaan));
        const dagen = [...rij.eerdereStanden, rij].map(({ vanaf }) => vanaf);
        expect(dagen).toEqual([...new Set(dagen)].toSorted());
        expect(dagen[0]).toBe(rij.ontvangenOp);
      }),
    );
  });
});

function gemeenschappelijk(rij: ZaakRij) {
  const { status, themas, behandelaar, einde, overschreden, gestoptOp, uitkomst, afdoening } = rij;
  return { status, themas, behandelaar, einde, overschreden, gestoptOp, uitkomst, afdoening };
}

function uitDomein(zaak: Zaak) {
  if (zaak.status === 'onbekend') throw new Error('unknown case');
  const { status, themas, behandelaar, looptijd, gestoptOp, uitkomst, afdoening } = zaak;
  return {
    ...{ status, themas, behandelaar: behandelaar ?? null, einde: looptijd?.einde ?? null },
    ...{ overschreden: looptijd?.overschreden ?? false, gestoptOp: gestoptOp ?? null },
    ...{ uitkomst: uitkomst ?? null, afdoening },
  };
}
