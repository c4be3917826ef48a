import type { Aanmelding, Datum } from '@wijkspoor/domain';
import { plusDagen } from '@wijkspoor/domain';
import { portefeuilles, raadVan } from './adviezen.ts';
import { Dossier, werkdag } from './dossier.ts';
import type { Bezoekpunt, Stadswijk, Stof } from './stof.ts';
import { gemerkt, vul } from './taal.ts';
import type { Toeval } from './toeval.ts';
import { ga as gaToezegging, gaActiepunt } from './toezeggingen.ts';
import type { Body, Stap, Verhaal } from './verhaal.ts';
import { bezoekBericht } from './verhaal.ts';
import type { Lot } from './verloop.ts';
import { verloop } from './verloop.ts';
import type { Lijn } from './vragen.ts';
import { kiesThema, kiesWijk } from './vragen.ts';

const loten: Readonly<Record<Lot, number>> = {
  'op-tijd': 62,
  'te-laat': 17,
  'afspraak-voor': 8,
  'afspraak-na': 4,
  open: 5,
  ingetrokken: 1,
  heropend: 2,
};

type Bezoek = Readonly<{
  bron: string;
  id: string;
  wijk: Stadswijk;
  bezoekOp: Datum;
  wethouder: string;
  peildag: Datum;
  t: Toeval;
}>;

/** A formal visit, or a formal meeting: what was asked, promised and noted, and what came of it. */
export function bezoek(stof: Stof, { bron, nr, dag, peildag, t }: Lijn): Verhaal {
  const id = `bezoek-${String(nr).padStart(3, '0')}`;
  const wijk = kiesWijk(stof, t);
  const overleg = t.kans(0.14);
  const punten = kiesPunten(stof, wijk, overleg, t);
  const wethouder = portefeuilles[punten.thema] ?? 'wijken';
  const dit: Bezoek = { bron, id, wijk, bezoekOp: werkdag(dag), wethouder, peildag, t };
  const stappen: Stap[] = [];
  const data = {
    kanaal: overleg ? 'formeel-overleg' : 'werkbezoek',
    wijken: [wijk.code],
    bezoekOp: dit.bezoekOp,
    wethouder,
    vragen: punten.vragen.map((punt, i) => vraagpunt(dit, punt, i, stappen)),
    toezeggingen: punten.toezeggingen.map((punt, i) => toezegging(dit, punt, i, stappen)),
    actiepunten: punten.actiepunten.map((punt, i) => actiepunt(dit, punt, i, stappen)),
  };
  return { bericht: bezoekBericht(bron, id, data), stappen };
}

function kiesPunten({ bezoek: stof }: Stof, wijk: Stadswijk, overleg: boolean, t: Toeval) {
  const themas = Array.from({ length: 8 }, () => kiesThema(wijk, t));
  const over = (punten: readonly Bezoekpunt[], aantal: number) => {
    const passend = punten.filter(({ thema }) => themas.includes(thema));
    return t.greep(passend, Math.min(aantal, passend.length));
  };
  const vragen = overleg ? [] : over(stof.vragen, t.geheel(2, 4));
  const toezeggingen = over(stof.toezeggingen, overleg ? t.geheel(1, 2) : t.geheel(0, 2));
  const actiepunten = over(stof.actiepunten, t.geheel(0, 3));
  const leeg = vragen.length + toezeggingen.length + actiepunten.length === 0;
  const thema = vragen[0]?.thema ?? toezeggingen[0]?.thema ?? 'overig';
  return {
    thema,
    vragen,
    toezeggingen: leeg ? stof.toezeggingen.slice(0, 1) : toezeggingen,
    actiepunten,
  };
}

function gemeen({ wijk, t }: Bezoek, punt: Bezoekpunt, id: string): Body {
  const { onderwerp, thema } = punt;
  return { id, onderwerp, tekst: gemerkt(vul(punt.tekst, wijk, t)), themas: [thema] };
}

function zaakVan({ bron, id }: Bezoek, item: string): Aanmelding {
  return { bron, id: `${id}#${item}` };
}

function vraagpunt(dit: Bezoek, punt: Bezoekpunt, i: number, stappen: Stap[]): Body {
  const { wijk, bezoekOp, peildag, t } = dit;
  const item = `vraag-${i + 1}`;
  const dossier = new Dossier(zaakVan(dit, item), bezoekOp, `wijk-mt:${wijk.code}`, peildag);
  const inhoud = vul(punt.antwoord ?? '', wijk, t);
  const aard = {
    termijn: 42,
    met: raadVan(wijk),
    redenen: ['Het staf-overleg komt pas na het reces bij elkaar.', 'Er loopt nog een onderzoek.'],
    klaar: 'De wijkraad heeft het antwoord.',
    sluitkans: 0.75,
    beantwoord: (eigen: Dossier, dag: number) => {
      eigen.stap('antwoorden', dag, { vorm: t.kans(0.8) ? 'schriftelijk' : 'mondeling', inhoud });
      return dag;
    },
  };
  verloop(dossier, t.weeg(loten), aard, t);
  stappen.push(...dossier.stappen);
  return gemeen(dit, punt, item);
}

function toezegging(dit: Bezoek, punt: Bezoekpunt, i: number, stappen: Stap[]): Body {
  const { wijk, bezoekOp, wethouder, peildag, t } = dit;
  const item = `toezegging-${i + 1}`;
  const zaak = zaakVan(dit, item);
  const dossier = new Dossier(zaak, bezoekOp, `wethouder:${wethouder}`, peildag);
  const uiterlijk = termijnVoor(dit, 0.85);
  gaToezegging(dossier, wijk, uiterlijk, t);
  stappen.push(...dossier.stappen);
  return { ...gemeen(dit, punt, item), ...(uiterlijk && { uiterlijk }) };
}

function actiepunt(dit: Bezoek, punt: Bezoekpunt, i: number, stappen: Stap[]): Body {
  const { wijk, bezoekOp, peildag, t } = dit;
  const item = `actiepunt-${i + 1}`;
  const eigenaar = eigenaarIn(wijk, punt.eigenaar ?? 'wijkmanager');
  const dossier = new Dossier(zaakVan(dit, item), bezoekOp, eigenaar, peildag);
  const uiterlijk = termijnVoor(dit, 0.7);
  gaActiepunt(dossier, punt.gedaan ?? 'Dit is gedaan.', uiterlijk, t);
  stappen.push(...dossier.stappen);
  return { ...gemeen(dit, punt, item), eigenaar, ...(uiterlijk && { uiterlijk }) };
}

function termijnVoor({ bezoekOp, t }: Bezoek, kans: number): Datum | undefined {
  return t.kans(kans) ? werkdag(plusDagen(bezoekOp, t.geheel(21, 120))) : undefined;
}

function eigenaarIn({ code }: Stadswijk, eigenaar: string): string {
  if (eigenaar === 'hub') return `hub:wijkhub-${code}`;
  return eigenaar.includes(':') ? eigenaar : `${eigenaar}:${code}`;
}
