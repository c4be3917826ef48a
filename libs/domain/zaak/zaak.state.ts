import type { DataOf } from '@wijkspoor/kernel';
import type { ThemaCode } from '../gemeente/gemeente.ts';
import type { Datum } from '../termijn/datum.ts';
import type { Registratie, Rol, Signaal, Uitkomst, ZaakEvent } from './zaak.events.ts';

type Gestart = DataOf<ZaakEvent, 'TermijnGestart'>;

/** The term that holds. Each start and each agreed date is a new revision. */
export type Looptijd = Readonly<{
  revisie: number;
  einde: Datum;
  overschreden: boolean;
  /** The last rung of the ladder that was raised, in days from the end. */
  trede?: number;
}>;

/** A case as far as the rules need to know it. */
export type BestaandeZaak = Readonly<{
  status: 'nieuw' | 'in-behandeling' | 'beantwoord' | 'gesloten';
  registratie: Registratie;
  themas: readonly ThemaCode[];
  behandelaar: Rol | undefined;
  looptijd: Looptijd | undefined;
  /** The first day of the term that runs; an agreed date can never lie before it. */
  startdatum: Datum | undefined;
  /** Why no end could be told, until one could. */
  nietBepaald: string | undefined;
  /** How many terms and agreed dates there have been, those before a reopening included. */
  termijnrevisies: number;
  /** The day on which the clock stopped: the answer, the proposal to settle, or the closing. */
  gestoptOp: Datum | undefined;
  uitkomst: Uitkomst | undefined;
  afdoening: 'geen' | 'voorgesteld' | 'geweigerd' | 'aanvaard';
  /** Per signal the last day for which it was given. */
  signalen: Readonly<Partial<Record<Signaal, Datum>>>;
  /** The dated facts so far, so that the same fact reported twice is stored once. */
  feiten: readonly Vervolg[];
}>;

export type Zaak = Readonly<{ status: 'onbekend' }> | BestaandeZaak;

/** Everything that can happen after the first event. */
export type Vervolg = Exclude<ZaakEvent, Registratie>;

const registraties: Record<Registratie['type'], true> = {
  VraagGeregistreerd: true,
  VraagUitDeWijkGeregistreerd: true,
  AdviesOntvangen: true,
  ToezeggingVastgelegd: true,
  ActiepuntVastgelegd: true,
  MotieGeregistreerd: true,
};

/** Whether a type of event is one with which a case begins. */
export function isRegistratietype(type: string): type is Registratie['type'] {
  return Object.hasOwn(registraties, type);
}

/** Whether an event is the first one of a case. */
export function isRegistratie(event: ZaakEvent): event is Registratie {
  return isRegistratietype(event.type);
}

/** What a case becomes after an event. */
export function evolve(zaak: Zaak, event: ZaakEvent): Zaak {
  if (isRegistratie(event)) return begin(event);
  if (zaak.status === 'onbekend') throw new Error(`${event.type} cannot be the first event`);
  return verder(zaak, event);
}

// Every field from the start: copies of objects of one shape take a fifth of the time.
function begin(registratie: Registratie): BestaandeZaak {
  const { themas } = registratie.data;
  return {
    status: 'nieuw',
    registratie: alleenHetFeit(registratie),
    themas,
    behandelaar: undefined,
    looptijd: undefined,
    startdatum: undefined,
    nietBepaald: undefined,
    termijnrevisies: 0,
    gestoptOp: undefined,
    uitkomst: undefined,
    afdoening: 'geen',
    signalen: {},
    feiten: [],
  };
}

function verder(zaak: BestaandeZaak, event: Vervolg): BestaandeZaak {
  switch (event.type) {
    case 'ThemasVastgesteld':
      return { ...zaak, themas: event.data.themas };
    case 'ZaakToegewezen':
      return toegewezen(zaak, event.data.behandelaar);
    case 'TermijnGestart':
      return gestart(zaak, event.data);
    case 'TermijnNietBepaald':
      return { ...zaak, nietBepaald: event.data.reden };
    case 'TermijnAfgesproken':
      return metFeit(metTermijn(zaak, event.data.einde), event);
    case 'TermijnOverschreden':
      return overschreden(zaak);
    case 'HerinneringGegeven':
      return metTrede(zaak, event.data.trede);
    case 'SignaalGegeven':
      return { ...zaak, signalen: { ...zaak.signalen, [event.data.signaal]: event.data.dag } };
    case 'TussenberichtVerzonden':
    case 'ContactVastgelegd':
    case 'UitvoeringGemeld':
      return metFeit(zaak, event);
    case 'AntwoordGegeven':
      return metFeit(gestopt({ ...zaak, status: 'beantwoord' }, event.data.antwoordOp), event);
    case 'UitkomstVastgesteld':
      return metFeit({ ...zaak, uitkomst: event.data.uitkomst }, event);
    case 'AfdoeningVoorgesteld':
      return metFeit(voorgesteld(zaak, event.data.voorgesteldOp), event);
    case 'AfdoeningAanvaard':
      return { ...zaak, afdoening: 'aanvaard' };
    case 'AfdoeningGeweigerd':
      return metFeit({ ...zaak, afdoening: 'geweigerd' }, event);
    case 'ZaakGesloten':
      return gestopt({ ...zaak, status: 'gesloten' }, event.data.geslotenOp);
    case 'ZaakHeropend':
      return metFeit(heropend(zaak), event);
  }
}

function toegewezen(zaak: BestaandeZaak, behandelaar: Rol): BestaandeZaak {
  return { ...zaak, behandelaar, status: zaak.status === 'nieuw' ? 'in-behandeling' : zaak.status };
}

function gestart(zaak: BestaandeZaak, { einde, bewijs }: Gestart): BestaandeZaak {
  const { startdatum } = bewijs;
  return { ...metTermijn(zaak, einde), startdatum, nietBepaald: undefined };
}

function metTermijn(zaak: BestaandeZaak, einde: Datum): BestaandeZaak {
  const revisie = zaak.termijnrevisies + 1;
  return { ...zaak, termijnrevisies: revisie, looptijd: { revisie, einde, overschreden: false } };
}

function overschreden(zaak: BestaandeZaak): BestaandeZaak {
  return zaak.looptijd ? { ...zaak, looptijd: { ...zaak.looptijd, overschreden: true } } : zaak;
}

function metTrede(zaak: BestaandeZaak, trede: number): BestaandeZaak {
  return zaak.looptijd ? { ...zaak, looptijd: { ...zaak.looptijd, trede } } : zaak;
}

function voorgesteld(zaak: BestaandeZaak, op: Datum): BestaandeZaak {
  return gestopt({ ...zaak, afdoening: 'voorgesteld' }, op);
}

// The first stop counts: a closing after the answer does not move the day of the answer.
function gestopt(zaak: BestaandeZaak, op: Datum): BestaandeZaak {
  return { ...zaak, gestoptOp: zaak.gestoptOp ?? op };
}

function metFeit(zaak: BestaandeZaak, feit: Vervolg): BestaandeZaak {
  return { ...zaak, feiten: [...zaak.feiten, alleenHetFeit(feit)] };
}

// A state that held the event as it was read would keep its text, place and maker in memory too.
function alleenHetFeit<Event extends ZaakEvent>({ type, data }: Event): Event {
  return { type, data } as Event;
}

// The old term, answer and outcome stay in the history; a reopened case gets a term of its own.
function heropend(zaak: BestaandeZaak): BestaandeZaak {
  const status = zaak.behandelaar ? 'in-behandeling' : 'nieuw';
  const opnieuw = {
    ...{ looptijd: undefined, startdatum: undefined, nietBepaald: undefined },
    ...{ gestoptOp: undefined, uitkomst: undefined },
  };
  return { ...zaak, ...opnieuw, status, afdoening: 'geen' };
}
