import type { Registratie } from '@wijkspoor/domain';
import type { EncodedRecord } from './codec.ts';
import { codec } from './codec.ts';
import type { WijkspoorEvent } from './stored.ts';

/* One event of every type, with every field that it can have, for specs. */

const zaakId = 'zaak-1';
const aanmelding = { bron: 'balie', id: '1' };
export const id = '00000000-0000-4000-8000-000000000001';
export const meta = { actor: 'kanaal:balie', correlationId: 'c', causationId: 'd' };
const door = 'wijk-mt:tarwewijk';
const dag = '2026-03-02';

export const basis = {
  zaakId,
  aanmelding,
  kanaal: 'balie',
  wijken: ['tarwewijk'],
  themas: ['wonen'],
  onderwerp: 'Lekkage',
  tekst: 'De regen komt door het dak. 🌧 \u202eabc',
  ontvangenOp: dag,
  kenmerken: ['22bb4407'],
} as const;
const bezoek = { werkbezoekId: 'werkbezoek-1', wethouder: 'wijken' } as const;
const bewijs = {
  startdatum: dag,
  regel: {
    basis: { tekst: 'Verordening', verwijzing: '002:78', zekerheid: 'A' },
    start: 'ontvangst',
    lengte: { dagen: 42 },
    regel: 'geen',
  },
  stappen: ['een', 'twee'],
} as const;
const nietBepaald = {
  regel: { ...bewijs.regel, aard: 'wettelijk', regel: 'atw', lengte: { weken: 6 } },
  stappen: ['een'],
  berekening: [{ soort: 'overgeslagen', datum: dag, bron: 'Atw', naam: 'zaterdag' }],
  kalender: {
    naam: 'Nederland',
    bijgewerktOp: dag,
    dekking: { van: '2017-01-01', tot: '2028-12-31' },
  },
} as const;
const bericht = { berichtId: 'bericht-wijk-mt:tarwewijk-2026-03-02', ontvanger: door } as const;
const poging = { poging: 1, geprobeerdOp: '2026-03-02T10:00:00.000Z' } as const;
export const vraag: Registratie = { type: 'VraagGeregistreerd', data: basis };

/** One event of every type, with every field that it can have. */
export const events: {
  [T in WijkspoorEvent['type']]: Extract<WijkspoorEvent, { type: T }>['data'];
} = {
  VraagGeregistreerd: basis,
  VraagUitDeWijkGeregistreerd: { ...basis, ...bezoek },
  AdviesOntvangen: { ...basis, gevraagd: true, gevraagdOp: dag, wethouder: 'wijken' },
  ToezeggingVastgelegd: { ...basis, ...bezoek, aan: 'wijkraad', uiterlijk: dag },
  ActiepuntVastgelegd: { ...basis, ...bezoek, eigenaar: door, uiterlijk: dag },
  MotieGeregistreerd: { ...basis, wijken: [], wethouder: 'wijken' },
  ThemasVastgesteld: { zaakId, door, themas: ['wonen'] },
  ZaakToegewezen: { zaakId, door, behandelaar: door, toegewezenOp: dag },
  TermijnGestart: { zaakId, door, revisie: 1, einde: '2026-04-13', bewijs },
  TermijnNietBepaald: {
    zaakId,
    door,
    reden: 'de kalender gaat niet zo ver',
    bewijs: { startdatum: dag, ...nietBepaald },
  },
  TermijnAfgesproken: {
    zaakId,
    door,
    revisie: 2,
    einde: '2026-05-04',
    vorigEinde: '2026-04-13',
    met: 'wijkraad',
    afgesprokenOp: dag,
    reden: 'onderzoek',
    naVerstrijken: false,
  },
  TermijnOverschreden: { zaakId, door, revisie: 2, einde: '2026-05-04', vastgesteldOp: dag },
  HerinneringGegeven: {
    zaakId,
    door,
    revisie: 2,
    einde: '2026-05-04',
    trede: -14,
    peildatum: dag,
    aan: [door],
  },
  SignaalGegeven: {
    zaakId,
    door,
    signaal: 'stilte',
    sinds: dag,
    dag: '2026-03-16',
    peildatum: '2026-03-17',
    aan: [door],
  },
  TussenberichtVerzonden: { zaakId, door, aan: 'wijkraad', verzondenOp: dag, inhoud: 'x' },
  ContactVastgelegd: { zaakId, door, met: 'wijkraad', contactOp: dag, inhoud: 'x' },
  AntwoordGegeven: {
    zaakId,
    door,
    vorm: 'schriftelijk',
    antwoordOp: dag,
    inhoud: 'x',
    kenmerk: '22bb4407',
  },
  UitkomstVastgesteld: {
    zaakId,
    door,
    uitkomst: 'deels-overgenomen',
    vastgesteldOp: dag,
    redenen: 'x',
    watVeranderde: 'y',
  },
  UitvoeringGemeld: { zaakId, door, uitgevoerdOp: dag, toelichting: 'x' },
  AfdoeningVoorgesteld: { zaakId, door, brief: { kenmerk: 'x', datum: dag }, voorgesteldOp: dag },
  AfdoeningAanvaard: { zaakId, door, aanvaardOp: dag },
  AfdoeningGeweigerd: { zaakId, door, geweigerdOp: dag, reden: 'x' },
  ZaakGesloten: { zaakId, door, grond: 'afgehandeld', geslotenOp: dag, reden: 'x' },
  ZaakHeropend: { zaakId, door, heropendOp: dag, reden: 'x' },
  BerichtOpgesteld: {
    ...bericht,
    datum: dag,
    regels: [
      { zaakId, revisie: 4, soort: 'herinnering', trede: -7, einde: dag },
      { zaakId, revisie: 5, soort: 'stilte', sinds: dag },
    ],
  },
  BerichtBezorgd: { ...bericht, ...poging, langs: 'e-mail' },
  BerichtNietBezorgd: {
    ...bericht,
    ...poging,
    oorzaak: 'mislukt',
    reden: 'er kwam geen antwoord',
    definitief: false,
  },
  BerichtOpnieuwGevraagd: {
    ...bericht,
    door: 'functioneel-beheer',
    regels: [{ zaakId, revisie: 4, soort: 'herinnering', trede: -7, einde: dag }],
    gevraagdOp: '2026-03-09T10:00:00.000Z',
  },
  WerkbezoekVastgelegd: {
    ...bezoek,
    aanmelding,
    kanaal: 'werkbezoek',
    wijken: ['tarwewijk'],
    bezoekOp: dag,
    registraties: [vraag],
  },
};

export const all = Object.entries(events).map(([type, data]) => ({ type, data }) as WijkspoorEvent);

export const place = {
  stream: zaakId,
  revision: 3,
  position: 7,
  recordedAt: '2026-03-02T10:00:00.000Z',
} as const;

export const stored = (event: WijkspoorEvent, given: object = meta): EncodedRecord => ({
  ...codec.encode(id, event, given as typeof meta),
  ...place,
});
