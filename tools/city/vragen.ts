import type { Datum } from '@wijkspoor/domain';
import { Dossier, werkdag } from './dossier.ts';
import type { Geval, Stadswijk, Stof } from './stof.ts';
import { eigenWoorden, vul } from './taal.ts';
import type { Toeval } from './toeval.ts';
import type { Body, Verhaal } from './verhaal.ts';
import { zaakBericht } from './verhaal.ts';
import type { Lot } from './verloop.ts';
import { verloop } from './verloop.ts';

/** How often a theme comes up where nothing special goes on. */
const themas = {
  wonen: 8,
  buitenruimte: 9,
  'mobiliteit-en-verkeer': 6,
  veiligheid: 6,
  eenzaamheid: 4,
  zorg: 5,
  'geld-en-schulden': 6,
  werk: 4,
  'jeugd-en-onderwijs': 5,
  'taal-en-digitaal': 5,
  bewonersinitiatief: 4,
  duurzaamheid: 3,
  juridisch: 2,
  overig: 3,
};

const kanalen = {
  'wijkhub-balie': 38,
  'telefoon-14010': 18,
  'e-mail': 13,
  web: 12,
  spreekuur: 8,
  'mobiele-hub': 6,
  marktkraam: 4,
  brief: 2,
};

const loten: Readonly<Record<Lot, number>> = {
  'op-tijd': 70,
  'te-laat': 12,
  'afspraak-voor': 4,
  'afspraak-na': 3,
  open: 3,
  ingetrokken: 2,
  heropend: 3,
};

const termijn = 14;

/** One case to make: from which source, which number, on which day. */
export type Lijn = Readonly<{
  bron: string;
  nr: number;
  dag: Datum;
  peildag: Datum;
  t: Toeval;
}>;

/** Wijken by how busy they are. */
export function kiesWijk({ wijken }: Stof, t: Toeval): Stadswijk {
  const code = t.weeg(Object.fromEntries(wijken.map(({ code, gewicht }) => [code, gewicht])));
  return wijken.find((wijk) => wijk.code === code) ?? t.kies(wijken);
}

/** A theme by what goes on in the wijk. */
export function kiesThema({ zwaartepunt }: Stadswijk, t: Toeval): string {
  const daar = Object.entries(zwaartepunt).map(([thema, maal]) => [
    thema,
    themas[thema as keyof typeof themas] * maal,
  ]);
  return t.weeg({ ...themas, ...(Object.fromEntries(daar) as Record<string, number>) });
}

// What is a wijk's own issue is asked there often, and hardly ever, or never, elsewhere.
export function kiesGeval<Soort extends { id?: string; elders?: number }>(
  gevallen: readonly Soort[],
  { geval = {} }: Stadswijk,
  t: Toeval,
): Soort {
  const gewichten = gevallen.map(({ id, elders = 0.15 }, i) => [i, id ? (geval[id] ?? elders) : 1]);
  return gevallen[Number(t.weeg(Object.fromEntries(gewichten) as Record<string, number>))] as Soort;
}

/** One question of a resident at the hub. */
export function vraag(stof: Stof, { bron, nr, dag, peildag, t }: Lijn): Verhaal {
  const wijk = kiesWijk(stof, t);
  const thema = kiesThema(wijk, t);
  const geval = kiesGeval(
    stof.vragen.filter((een) => een.thema === thema),
    wijk,
    t,
  );
  const id = `vraag-${String(nr).padStart(4, '0')}`;
  const kanaal = t.weeg(kanalen);
  const ontvangenOp = ['web', 'e-mail'].includes(kanaal) ? dag : werkdag(dag);
  const hoe = t.geheel(0, geval.tekst.length - 1);
  const dossier = new Dossier({ bron, id }, ontvangenOp, `hub:wijkhub-${wijk.code}`, peildag);
  const alleThemas = [thema, ...(geval.ook ?? [])];
  const data = {
    soort: 'wijkhubvraag',
    kanaal,
    wijken: [wijk.code],
    ...(t.kans(0.9) ? { themas: alleThemas } : themasLater(dossier, alleThemas)),
    onderwerp: geval.onderwerp,
    tekst: eigenWoorden(vul(geval.tekst[hoe] ?? '', wijk, t), kanaal, t),
    ontvangenOp,
  };
  const antwoord = vul(geval.antwoord[hoe % geval.antwoord.length] ?? '', wijk, t);
  ga(dossier, { geval, antwoord, kanaal }, t);
  return { bericht: zaakBericht(bron, id, data), stappen: dossier.stappen };
}

// One in ten comes in without a theme; the hub sets it afterwards.
function themasLater(dossier: Dossier, alle: readonly string[]): Body {
  dossier.stap('themas', 0, { themas: alle });
  return {};
}

type Beantwoording = Readonly<{ geval: Geval; antwoord: string; kanaal: string }>;

function ga(dossier: Dossier, { geval, antwoord, kanaal }: Beantwoording, t: Toeval): void {
  const vorm = ['e-mail', 'brief'].includes(kanaal) || t.kans(0.2) ? 'schriftelijk' : 'mondeling';
  const lot = t.weeg(loten);
  if (lot === 'open' && t.kans(0.4))
    dossier.stap('toewijzingen', 1, { behandelaar: t.kies(['cluster:stadsbeheer', 'wijkteam']) });
  const aard = {
    termijn,
    met: 'de bewoner',
    redenen: ['Er is eerst een huisbezoek nodig.', 'De corporatie heeft meer tijd nodig.'],
    klaar: 'De bewoner is gebeld en is geholpen.',
    sluitkans: 0.85,
    beantwoord: (eigen: Dossier, dag: number) => {
      eigen.stap('antwoorden', dag, { vorm, inhoud: antwoord });
      if (!geval.gedaan || !t.kans(0.6)) return dag;
      const klaar = dag + t.geheel(3, 25);
      eigen.stap('uitvoeringen', klaar, { toelichting: geval.gedaan });
      return klaar;
    },
  };
  verloop(dossier, lot, aard, t);
}
