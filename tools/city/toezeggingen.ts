import type { Datum } from '@wijkspoor/domain';
import { dagenTussen, plusDagen } from '@wijkspoor/domain';
import { portefeuilles, raadVan } from './adviezen.ts';
import { Dossier, werkdag } from './dossier.ts';
import type { Stadswijk, Stof } from './stof.ts';
import { gemerkt, vul } from './taal.ts';
import type { Toeval } from './toeval.ts';
import type { Verhaal } from './verhaal.ts';
import { zaakBericht } from './verhaal.ts';
import type { Lijn } from './vragen.ts';
import { kiesWijk } from './vragen.ts';

/** A promise in a formal meeting that was no visit. The council always gets a copy (002:31-33). */
export function toezegging(stof: Stof, { bron, nr, dag, peildag, t }: Lijn): Verhaal {
  const id = `toezegging-${String(nr).padStart(3, '0')}`;
  const wijk = kiesWijk(stof, t);
  const punt = t.kies(stof.bezoek.toezeggingen);
  const wethouder = portefeuilles[punt.thema] ?? 'wijken';
  const ontvangenOp = werkdag(dag);
  const uiterlijk = werkdag(plusDagen(ontvangenOp, t.geheel(30, 150)));
  const zaak = { bron, id };
  const dossier = new Dossier(zaak, ontvangenOp, `wethouder:${wethouder}`, peildag);
  const data = {
    soort: 'toezegging',
    kanaal: 'formeel-overleg',
    wijken: [wijk.code],
    themas: [punt.thema],
    onderwerp: punt.onderwerp,
    tekst: gemerkt(vul(punt.tekst, wijk, t)),
    ontvangenOp,
    aan: 'wijkraad',
    wethouder,
    uiterlijk,
  };
  ga(dossier, wijk, uiterlijk, t);
  return { bericht: zaakBericht(bron, id, data), stappen: dossier.stappen };
}

/** The proposal to settle it: on time or late, accepted, refused and tried again, or not made. */
export function ga(
  dossier: Dossier,
  wijk: Stadswijk,
  uiterlijk: Datum | undefined,
  t: Toeval,
): void {
  const lot = t.weeg({ 'op-tijd': 55, 'te-laat': 20, open: 10, 'later-afgesproken': 15 });
  const termijn = dagenTot(dossier, uiterlijk);
  if (lot === 'open') return;
  if (lot === 'later-afgesproken' && uiterlijk)
    dossier.stap('afspraken', termijn - t.geheel(5, 15), {
      einde: dossier.dag(termijn + t.geheel(20, 60)),
      met: raadVan(wijk),
      reden: t.kies(['De begroting is er nog niet.', 'De partner heeft meer tijd nodig.']),
    });
  const tot = lot === 'op-tijd' ? termijn - t.geheel(0, 15) : termijn + t.geheel(4, 40);
  voorstel(dossier, raadrol(wijk), tot, t);
}

// Where no day was promised, two months is what people expect.
function dagenTot({ ontvangenOp }: Dossier, uiterlijk: Datum | undefined): number {
  return uiterlijk ? dagenTussen(ontvangenOp, uiterlijk) : 60;
}

function raadrol({ raad, code }: Stadswijk): string {
  return `${raad}:${code}`;
}

// A proposal may be refused, and is then made again (002:38: refused twice).
function voorstel(dossier: Dossier, raad: string, dag: number, t: Toeval): void {
  stelVoor(dossier, dag, 1);
  let antwoord = dag + t.geheel(7, 21);
  if (t.kans(0.15)) {
    const reden = 'De wijkraad ziet nog geen resultaat in de wijk.';
    dossier.stap('afdoeningen/weigeringen', antwoord, { reden, door: raad });
    stelVoor(dossier, antwoord + t.geheel(20, 50), 2);
    antwoord += 80;
  }
  if (t.kans(0.8)) dossier.stap('afdoeningen/aanvaardingen', antwoord, { door: raad });
}

function stelVoor(dossier: Dossier, dag: number, keer: number): void {
  const kenmerk = `VB-${dossier.zaak.id.replace(/[^a-z0-9]+/g, '-')}-${keer}`;
  dossier.stap('afdoeningen', dag, (datum) => ({ brief: { kenmerk, datum } }));
}

/** Feedback on the list of actions goes in writing, through the gebiedsorganisatie (002:35-38). */
export function gaActiepunt(
  dossier: Dossier,
  gedaan: string,
  uiterlijk: Datum | undefined,
  t: Toeval,
): void {
  const lot = t.weeg({ 'op-tijd': 68, 'te-laat': 20, open: 12 });
  const termijn = dagenTot(dossier, uiterlijk);
  if (lot === 'open') return;
  const dag = lot === 'op-tijd' ? termijn - t.geheel(0, 12) : termijn + t.geheel(3, 45);
  dossier.stap('uitvoeringen', dag, { toelichting: gedaan });
  dossier.stap('antwoorden', dag, {
    vorm: 'schriftelijk',
    inhoud: `Teruggekoppeld aan de wijkraad: ${gedaan}`,
    door: 'gebiedsorganisatie',
  });
  if (t.kans(0.8))
    dossier.stap('sluitingen', dag + t.geheel(1, 8), { grond: 'afgehandeld', reden: gedaan });
}
