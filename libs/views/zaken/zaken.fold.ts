import type { Datum, Vervolg, ZaakEvent } from '@wijkspoor/domain';
import { isRegistratie } from '@wijkspoor/domain';
import type { DataOf, Recorded } from '@wijkspoor/kernel';
import type { Berichtvorm, Stand } from './stand.ts';
import { laatNa, opDag } from './stand.ts';
import type { Termijnrevisie, ZaakRij } from './zaken.row.ts';
import { beginRij, metKenmerk } from './zaken.row.ts';

/**
 * The row of a case after one more event; the same meaning as the domain's own `evolve`, with what
 * only readers need on top of it. The one place where a row is made: for the table, for a rebuild
 * and for the page of one case.
 */
export function vouwZaak(rij: ZaakRij | undefined, event: Recorded<ZaakEvent>): ZaakRij {
  if (isRegistratie(event)) return beginRij(event);
  if (!rij) throw new Error(`${event.type} cannot be the first event of ${event.stream}`);
  return { ...metLaatheid(rij, verder(rij, event)), revisie: event.revision };
}

// Only what touches the end or the stop can make a case late, or late no more.
function metLaatheid(ervoor: ZaakRij, erna: ZaakRij): ZaakRij {
  const gelijk =
    erna.einde === ervoor.einde &&
    erna.gestoptOp === ervoor.gestoptOp &&
    erna.eerdereStanden === ervoor.eerdereStanden;
  return gelijk ? erna : { ...erna, laatNa: laatNa(erna) };
}

function verder(rij: ZaakRij, event: Vervolg): ZaakRij {
  switch (event.type) {
    case 'ThemasVastgesteld':
      return { ...rij, themas: event.data.themas };
    case 'ZaakToegewezen':
      return toegewezen(rij, event.data);
    case 'TermijnGestart':
      return termijnGestart(rij, event.data);
    case 'TermijnNietBepaald':
      return nietBepaald(rij, event.data);
    case 'TermijnAfgesproken':
      return termijnAfgesproken(rij, event.data);
    case 'TermijnOverschreden':
      return { ...rij, overschreden: true };
    // Whoever was warned stands in the signals (`lees.signalen`); the case is as it was.
    case 'HerinneringGegeven':
    case 'SignaalGegeven':
      return rij;
    case 'TussenberichtVerzonden':
      return contact(rij, event.data.verzondenOp, 'tussenbericht');
    case 'ContactVastgelegd':
      return contact(rij, event.data.contactOp, 'mondeling');
    case 'AntwoordGegeven':
      return beantwoord(rij, event.data);
    case 'UitkomstVastgesteld':
      return { ...rij, uitkomst: event.data.uitkomst };
    case 'UitvoeringGemeld':
      return { ...rij, uitgevoerdOp: event.data.uitgevoerdOp };
    case 'AfdoeningVoorgesteld':
      return afdoeningVoorgesteld(rij, event.data);
    case 'AfdoeningAanvaard':
      return { ...rij, afdoening: 'aanvaard' };
    case 'AfdoeningGeweigerd':
      return { ...rij, afdoening: 'geweigerd' };
    case 'ZaakGesloten':
      return gesloten(rij, event.data);
    case 'ZaakHeropend':
      return heropend(rij, event.data);
  }
}

type Data<Type extends Vervolg['type']> = DataOf<Vervolg, Type>;

function toegewezen(rij: ZaakRij, { behandelaar, toegewezenOp }: Data<'ZaakToegewezen'>): ZaakRij {
  return opDag(rij, toegewezenOp, ({ status }) => ({
    behandelaar,
    status: status === 'nieuw' ? 'in-behandeling' : status,
  }));
}

const zonderVoorbehoud = { naVerstrijken: false, nietBepaald: false } as const;

// There is a term, and no end that anyone can tell: it stands in the lists as that.
function nietBepaald(rij: ZaakRij, { bewijs }: Data<'TermijnNietBepaald'>): ZaakRij {
  return opDag(rij, bewijs.startdatum ?? rij.ontvangenOp, () => ({ nietBepaald: true }));
}

function termijnGestart(rij: ZaakRij, { revisie, einde, bewijs }: Data<'TermijnGestart'>): ZaakRij {
  const { startdatum: sinds, regel } = bewijs;
  const termijn = { revisie, einde, sinds, waarom: regel.basis.tekst };
  return metTermijn(
    opDag(rij, sinds, () => ({ eersteEinde: einde, einde, ...zonderVoorbehoud })),
    termijn,
  );
}

function termijnAfgesproken(
  rij: ZaakRij,
  {
    revisie,
    einde,
    vorigEinde,
    met,
    afgesprokenOp,
    reden,
    naVerstrijken,
  }: Data<'TermijnAfgesproken'>,
): ZaakRij {
  const afspraak = { vorigEinde, met, naVerstrijken };
  const termijn = { revisie, einde, sinds: afgesprokenOp, waarom: reden, afspraak };
  return metTermijn(
    opDag(rij, afgesprokenOp, () => ({ einde, naVerstrijken })),
    termijn,
  );
}

function metTermijn(rij: ZaakRij, termijn: Termijnrevisie): ZaakRij {
  const termijnen = [...rij.termijnen, termijn];
  return { ...rij, termijnen, termijnRevisie: termijn.revisie, overschreden: false };
}

function contact(rij: ZaakRij, op: Datum, vorm: Berichtvorm): ZaakRij {
  return opDag(rij, op, (stand) => ({
    laatsteContactOp: laatste(stand.laatsteContactOp, op),
    ...bericht(stand, op, vorm),
  }));
}

const laatste = (eerder: Datum | null, op: Datum) => (eerder && eerder > op ? eerder : op);

// Of two on one day, the one that was recorded last.
function bericht({ laatsteBerichtOp: eerder }: Stand, op: Datum, vorm: Berichtvorm) {
  if (eerder && eerder > op) return {};
  return { laatsteBerichtOp: op, laatsteBerichtVorm: vorm };
}

// The first stop counts: a closing after the answer does not move the day of the answer.
function beantwoord(rij: ZaakRij, { antwoordOp, kenmerk }: Data<'AntwoordGegeven'>): ZaakRij {
  const erna = opDag(rij, antwoordOp, (stand) => ({
    status: 'beantwoord',
    gestoptOp: stand.gestoptOp ?? antwoordOp,
    beantwoordOp: stand.beantwoordOp ?? antwoordOp,
    ...bericht(stand, antwoordOp, 'antwoord'),
  }));
  return metKenmerk(erna, kenmerk);
}

function afdoeningVoorgesteld(
  rij: ZaakRij,
  { brief, voorgesteldOp }: Data<'AfdoeningVoorgesteld'>,
): ZaakRij {
  const erna = opDag(rij, voorgesteldOp, ({ gestoptOp }) => ({
    gestoptOp: gestoptOp ?? voorgesteldOp,
  }));
  return { ...metKenmerk(erna, brief.kenmerk), afdoening: 'voorgesteld' };
}

function gesloten(rij: ZaakRij, { geslotenOp, grond }: Data<'ZaakGesloten'>): ZaakRij {
  const erna = opDag(rij, geslotenOp, ({ gestoptOp }) => ({
    status: 'gesloten',
    gestoptOp: gestoptOp ?? geslotenOp,
  }));
  return { ...erna, geslotenOp, sluitgrond: grond };
}

// The old terms stay in `termijnen` and the old answer in `eerdereStanden`; a new term is to come.
function heropend(rij: ZaakRij, { heropendOp }: Data<'ZaakHeropend'>): ZaakRij {
  const erna = opDag(rij, heropendOp, ({ behandelaar }) => ({
    status: behandelaar ? 'in-behandeling' : 'nieuw',
    ...{ eersteEinde: null, einde: null, gestoptOp: null, beantwoordOp: null },
    ...zonderVoorbehoud,
  }));
  return {
    ...erna,
    ...{ overschreden: false, uitkomst: null, afdoening: 'geen' },
    ...{ geslotenOp: null, sluitgrond: null, heropend: rij.heropend + 1 },
  };
}
