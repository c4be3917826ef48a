import { Dossier, werkdag } from './dossier.ts';
import type { Adviesgeval, Stadswijk, Stof } from './stof.ts';
import { gemerkt, vul } from './taal.ts';
import type { Toeval } from './toeval.ts';
import type { Verhaal } from './verhaal.ts';
import { zaakBericht } from './verhaal.ts';
import type { Lot } from './verloop.ts';
import { verloop } from './verloop.ts';
import type { Lijn } from './vragen.ts';
import { kiesGeval, kiesThema, kiesWijk } from './vragen.ts';

const loten: Readonly<Record<Lot, number>> = {
  'op-tijd': 48,
  'te-laat': 24,
  'afspraak-voor': 8,
  'afspraak-na': 6,
  open: 7,
  ingetrokken: 2,
  heropend: 2,
};

/** The responsible wethouder by theme; where the letters name no portfolio, that of the wijken. */
export const portefeuilles: Readonly<Record<string, string>> = {
  'geld-en-schulden': 'armoede-schuldhulpverlening',
  eenzaamheid: 'welzijn-samenleven-sport-digitale-inclusie',
  zorg: 'welzijn-samenleven-sport-digitale-inclusie',
  'taal-en-digitaal': 'welzijn-samenleven-sport-digitale-inclusie',
  'jeugd-en-onderwijs': 'welzijn-samenleven-sport-digitale-inclusie',
  werk: 'haven-economie-horeca-bestuur',
};

/** One advies of a wijkraad, or of a few together, with the reaction of the college. */
export function advies(stof: Stof, { bron, nr, dag, peildag, t }: Lijn): Verhaal {
  const gevraagd = t.kans(0.18);
  const wijk = kiesWijk(stof, t);
  const geval = gevraagd ? t.kies(stof.gevraagd) : ongevraagd(stof, wijk, t);
  const raden = t.kans(0.06) ? [wijk, ...buren(stof, wijk, t)] : [wijk];
  const id = `advies-${String(nr).padStart(4, '0')}`;
  const ontvangenOp = werkdag(dag);
  const zaak = { bron, id };
  const dossier = new Dossier(zaak, ontvangenOp, `wijk-mt:${wijk.code}`, peildag);
  const data = {
    soort: gevraagd ? 'gevraagd-advies' : 'ongevraagd-advies',
    kanaal: t.weeg({ wijkraad: 6, 'e-mail': 3, brief: 2 }),
    wijken: raden.map(({ code }) => code),
    themas: geval.themas,
    onderwerp: geval.onderwerp,
    tekst: brief(geval, raden, t),
    ontvangenOp,
    ...(t.kans(0.7) && { wethouder: portefeuilles[geval.themas[0]] ?? 'wijken' }),
  };
  ga(dossier, geval, raden, t);
  return { bericht: zaakBericht(bron, id, data), stappen: dossier.stappen };
}

function ongevraagd({ ongevraagd: gevallen }: Stof, wijk: Stadswijk, t: Toeval): Adviesgeval {
  const thema = kiesThema(wijk, t);
  const passend = gevallen.filter(({ themas }) => themas.includes(thema));
  return kiesGeval(passend.length > 0 ? passend : gevallen, wijk, t);
}

function buren({ wijken }: Stof, wijk: Stadswijk, t: Toeval): Stadswijk[] {
  const naast = wijken.filter(({ code, gebied }) => gebied === wijk.gebied && code !== wijk.code);
  return t.greep(naast, Math.min(naast.length, t.geheel(1, 2)));
}

/** What the council of a wijk calls itself. */
export function raadVan({ raad, naam }: Stadswijk): string {
  return `${raad} ${naam}`;
}

function brief(geval: Adviesgeval, raden: readonly Stadswijk[], t: Toeval): string {
  const [eerste] = raden as [Stadswijk];
  const namen = raden.map(raadVan).join(' en ');
  const punten = t.greep(geval.adviezen, t.geheel(Math.min(2, geval.adviezen.length), 3));
  const alineas = [
    'Geacht college,',
    vul(geval.aanleiding, eerste, t),
    t.kies(steun),
    `De ${namen} ${raden.length > 1 ? 'adviseren' : 'adviseert'} u:`,
    punten.map((punt, i) => `${i + 1}. ${vul(punt, eerste, t)}`).join('\n'),
    t.kies(slotzinnen),
  ];
  return gemerkt(alineas.filter(Boolean).join('\n\n'));
}

const steun = [
  '',
  'Wij spraken hierover met bewoners op de markt en in de wijkhub.',
  'Op onze vergadering waren ruim dertig bewoners aanwezig. Zij steunen dit advies.',
  'Wij hielden een enquête; 118 bewoners vulden die in.',
  'Ook de ondernemers en de school vroegen ons hierom.',
];

const slotzinnen = [
  'Wij zien uw schriftelijke reactie binnen zes weken graag tegemoet.',
  'Wij lichten dit advies graag toe in een gesprek met het Wijk MT.',
  'Wilt u ons laten weten wat u met dit advies doet?',
  'Wij nodigen de wethouder uit om met ons te komen kijken.',
];

function ga(dossier: Dossier, geval: Adviesgeval, raden: readonly Stadswijk[], t: Toeval): void {
  const [wijk] = raden as [Stadswijk];
  const aard = {
    termijn: 42,
    met: raden.map(raadVan).join(' en '),
    redenen: [
      'Het onderzoek is nog niet klaar.',
      'Het geld staat pas in de voorjaarsnota.',
      'De wijkraad wil zelf eerst een bewonersavond houden.',
    ],
    klaar: 'De wijkraad heeft de reactie en de uitkomst.',
    sluitkans: 0.7,
    beantwoord: (eigen: Dossier, dag: number) => reactie(eigen, dag, geval, { wijk, t }),
  };
  const wachtGraag = wijk.gewicht > 25 && t.kans(0.15);
  verloop(dossier, wachtGraag ? 'te-laat' : t.weeg(loten), aard, t);
}

function reactie(
  dossier: Dossier,
  dag: number,
  geval: Adviesgeval,
  { wijk, t }: { wijk: Stadswijk; t: Toeval },
): number {
  const over = vul(geval.over, wijk, t);
  const niet = vul(geval.niet, wijk, t);
  const uitkomst = t.weeg({ overgenomen: 33, 'deels-overgenomen': 47, 'niet-overgenomen': 20 });
  const redenen = {
    overgenomen: over,
    'deels-overgenomen': `${over} ${niet}`,
    'niet-overgenomen': niet,
  }[uitkomst];
  const inhoud = `Wij danken de ${raadVan(wijk)} voor het advies. ${redenen}`;
  const keer = dossier.stappen.filter(({ pad }) => pad === 'antwoorden').length + 1;
  const kenmerk = `VB-${dossier.zaak.id}-${keer}`;
  dossier.stap('antwoorden', dag, { vorm: 'schriftelijk', inhoud, kenmerk, door: 'college' });
  const vastgesteld = dag + t.geheel(0, 5);
  const anders = uitkomst !== 'niet-overgenomen' && {
    watVeranderde: vul(geval.veranderd, wijk, t),
  };
  dossier.stap('uitkomsten', vastgesteld, { uitkomst, redenen, ...anders });
  if (!anders || !t.kans(0.4)) return vastgesteld;
  const klaar = vastgesteld + t.geheel(10, 60);
  dossier.stap('uitvoeringen', klaar, { toelichting: anders.watVeranderde });
  return klaar;
}
