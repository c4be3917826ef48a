import { describe, expect, it } from '@jest/globals';
import { Refused } from '@wijkspoor/kernel';
import fc from 'fast-check';
import type { Datum } from '../termijn/datum.ts';
import { plusDagen } from '../termijn/datum.ts';
import { termijn } from './verloop.fixture.ts';
import { elkeSoort, maandag, registreer, vraagOm } from './zaak.fixture.ts';
import type { ZaakCommand } from './zaak.commands.ts';
import type { ZaakEvent } from './zaak.events.ts';
import type { Zaak } from './zaak.state.ts';
import { zaakDecider } from './zaak.ts';

const seed = 20261120;

// Days before, on and long after the receipt, so that dates come in every order.
const dag = fc.integer({ min: -3, max: 120 }).map((dagen) => plusDagen(maandag, dagen));
const tekst = fc.constantFrom('a', 'b');
const door = fc.constantFrom('wijk-mt:tarwewijk', 'griffie');

type Type = Exclude<ZaakCommand['type'], 'RegistreerZaak'>;

const velden: Record<Type, Record<string, fc.Arbitrary<unknown>>> = {
  StelThemasVast: { themas: fc.subarray(['wonen', 'zorg']) },
  WijsToe: { behandelaar: door },
  StartTermijn: { termijn: dag.map((einde) => ({ ...termijn, einde })) },
  SpreekTermijnAf: { einde: dag, met: tekst, afgesprokenOp: dag, reden: tekst },
  StelOverschrijdingVast: { einde: dag },
  VerzendTussenbericht: { aan: tekst, verzondenOp: dag, inhoud: tekst },
  LegContactVast: { met: tekst, contactOp: dag, inhoud: tekst },
  GeefAntwoord: {
    vorm: fc.constantFrom('schriftelijk', 'mondeling'),
    antwoordOp: dag,
    inhoud: tekst,
  },
  StelUitkomstVast: {
    uitkomst: fc.constantFrom('overgenomen', 'niet-overgenomen'),
    vastgesteldOp: dag,
    redenen: tekst,
  },
  MeldUitvoering: { uitgevoerdOp: dag, toelichting: tekst },
  StelAfdoeningVoor: { brief: fc.record({ kenmerk: tekst, datum: dag }), voorgesteldOp: dag },
  AanvaardAfdoening: { aanvaardOp: dag },
  WeigerAfdoening: { geweigerdOp: dag, reden: tekst },
  SluitZaak: {
    grond: fc.constantFrom('afgehandeld', 'ingetrokken', 'dubbel'),
    geslotenOp: dag,
    reden: tekst,
  },
  HeropenZaak: { heropendOp: dag, reden: tekst },
};

const wens = fc.oneof(
  ...Object.entries(velden).map(([type, eigen]) =>
    fc
      .tuple(fc.record({ door, ...eigen }), dag)
      .map(([data, nu]) => vraagOm(type as Type, data as never, nu)),
  ),
);

// The monitor asks about the date that holds, so that it is often enough the right one.
type Vraag = ZaakCommand | Readonly<{ type: 'Monitor'; nu: Datum }>;
const monitor = dag.map((nu): Vraag => ({ type: 'Monitor', nu }));

const verloop = fc.record({
  registratie: fc.constantFrom(...elkeSoort.map(([, registratie]) => registratie)),
  vragen: fc.array(fc.oneof({ weight: 5, arbitrary: wens }, { weight: 1, arbitrary: monitor }), {
    maxLength: 40,
  }),
});

function alsWens(vraag: Vraag, zaak: Zaak): ZaakCommand {
  if (vraag.type !== 'Monitor') return vraag;
  const einde = zaak.status === 'onbekend' ? undefined : zaak.looptijd?.einde;
  const data = { door: 'dienst:deadline-monitor', einde: einde ?? vraag.nu };
  return vraagOm('StelOverschrijdingVast', data, vraag.nu);
}

type Afloop = Readonly<{ gebeurd: readonly ZaakEvent[]; geweigerd: readonly string[] }>;

/** Does one thing after another, and shows each state and each step to whoever checks. */
function speel(
  { registratie, vragen }: { registratie: (typeof elkeSoort)[number][1]; vragen: Vraag[] },
  kijk: (zaak: Zaak, wens: ZaakCommand, gebeurd: readonly ZaakEvent[]) => void,
): Afloop {
  const gebeurd: ZaakEvent[] = [];
  const geweigerd: string[] = [];
  let zaak = zaakDecider.initial;
  for (const vraag of [registreer(registratie), ...vragen]) {
    const wens = alsWens(vraag, zaak);
    try {
      const nieuw = zaakDecider.decide(wens, zaak);
      zaak = nieuw.reduce(zaakDecider.evolve, zaak);
      gebeurd.push(...nieuw);
      kijk(zaak, wens, nieuw);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      geweigerd.push(String(error.code));
    }
  }
  return { gebeurd, geweigerd };
}

const overal = (check: (verloop: Parameters<typeof speel>[0]) => void, numRuns = 200) =>
  fc.assert(fc.property(verloop, check), { seed, numRuns });

describe(`wat er ook gebeurt, en in welke volgorde (seed ${seed})`, () => {
  it('wordt iets vastgelegd of om een bekende reden geweigerd, en van alles iets', () => {
    const types = new Set<string>();
    const codes = new Set<string>();
    overal((gegeven) => {
      const { gebeurd, geweigerd } = speel(gegeven, () => undefined);
      for (const { type } of gebeurd) types.add(type);
      for (const code of geweigerd) codes.add(code);
    }, 600);
    expect(types.size).toBe(21);
    expect([...codes].sort()).toEqual([
      'afdoening-niet-aanvaard',
      'afgesproken-datum-voor-start',
      'afgesproken-datum-voorbij',
      'datum-voor-ontvangst',
      'geen-advies',
      'geen-afdoening-mogelijk',
      'geen-afdoening-voorgesteld',
      'geen-lopende-termijn',
      'geen-uitkomst',
      'reactie-niet-schriftelijk',
      'termijn-loopt-nog',
      'zaak-gesloten',
      'zaak-niet-beantwoord',
      'zaak-niet-te-heropenen',
    ]);
  });

  it('verandert dezelfde wens meteen nog eens niets', () =>
    overal((gegeven) => {
      speel(gegeven, (zaak, wens) => expect(zaakDecider.decide(wens, zaak)).toEqual([]));
    }));

  it('is een termijn hoogstens één keer overschreden, nooit te vroeg, nooit een vervangen', () =>
    overal((gegeven) => {
      const geldend: { revisie: number; einde: Datum; keren: number }[] = [];
      for (const { type, data } of speel(gegeven, () => undefined).gebeurd) {
        if (type === 'TermijnGestart' || type === 'TermijnAfgesproken') {
          expect(data.revisie).toBe(geldend.length + 1);
          if (type === 'TermijnAfgesproken' && data.naVerstrijken)
            expect(geldend.at(-1)?.keren).toBe(1);
          geldend.push({ revisie: data.revisie, einde: data.einde, keren: 0 });
        }
        if (type !== 'TermijnOverschreden') continue;
        const laatste = geldend.at(-1);
        expect(laatste).toMatchObject({ revisie: data.revisie, einde: data.einde, keren: 0 });
        expect(data.vastgesteldOp > data.einde).toBe(true);
        if (laatste) laatste.keren += 1;
      }
    }));

  it('staat een te late stop van de klok nooit zonder dat dat erbij gezegd is', () =>
    overal((gegeven) => {
      speel(gegeven, (zaak) => {
        if (zaak.status === 'onbekend') return;
        const { looptijd, gestoptOp } = zaak;
        const teLaat = looptijd && gestoptOp && gestoptOp > looptijd.einde;
        expect(teLaat ? looptijd.overschreden : true).toBe(true);
      });
    }));

  it('neemt een gesloten zaak alleen een uitvoering, een termijn of een heropening aan', () =>
    overal((gegeven) => {
      let dicht = false;
      for (const { type } of speel(gegeven, () => undefined).gebeurd) {
        const mag = ['UitvoeringGemeld', 'TermijnGestart', 'TermijnOverschreden', 'ZaakHeropend'];
        if (dicht) expect(mag).toContain(type);
        if (type === 'ZaakGesloten' || type === 'ZaakHeropend') dicht = type === 'ZaakGesloten';
      }
    }));

  it('is de zaak na het teruglezen van zijn geschiedenis dezelfde', () =>
    overal((gegeven) => {
      let laatste: Zaak = zaakDecider.initial;
      const { gebeurd } = speel(gegeven, (zaak) => (laatste = zaak));
      const terug = JSON.parse(JSON.stringify(gebeurd)) as ZaakEvent[];
      expect(terug.reduce(zaakDecider.evolve, zaakDecider.initial)).toEqual(laatste);
    }));
});

describe('een eerste feit dat geen registratie is', () => {
  it('is een fout in het logboek, geen weigering', () => {
    const los: ZaakEvent = {
      type: 'AfdoeningAanvaard',
      data: { zaakId: 'zaak-1', door: 'griffie', aanvaardOp: maandag },
    };
    expect(() => zaakDecider.evolve(zaakDecider.initial, los)).toThrow(/cannot be the first event/);
  });
});
