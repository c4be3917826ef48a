import type { Dossier } from './dossier.ts';
import type { Toeval } from './toeval.ts';

/** How it goes with a case that has a term. */
export type Lot =
  'op-tijd' | 'te-laat' | 'afspraak-voor' | 'afspraak-na' | 'open' | 'ingetrokken' | 'heropend';

/** What is particular to a soort: its term in days, with whom one agrees, how it is answered. */
export type Aard = Readonly<{
  termijn: number;
  met: string;
  redenen: readonly string[];
  /** Answers on that day, with all that comes with an answer; gives the day of the last step. */
  beantwoord(dossier: Dossier, dag: number): number;
  sluitkans: number;
  /** Why it is closed once it is answered. */
  klaar: string;
}>;

/** Lets a case run its course. */
export function verloop(dossier: Dossier, lot: Lot, aard: Aard, t: Toeval): void {
  switch (lot) {
    case 'open':
      return wachtend(dossier, aard, t);
    case 'ingetrokken':
      return ingetrokken(dossier, aard, t);
    case 'heropend':
      return heropend(dossier, aard, t);
    case 'op-tijd':
      return beantwoordEnGesloten(dossier, dagOpTijd(aard, t), aard, t);
    case 'te-laat':
      wachtend(dossier, aard, t);
      return beantwoordEnGesloten(dossier, dagTeLaat(aard, t), aard, t);
    case 'afspraak-voor':
    case 'afspraak-na':
      return afgesproken(dossier, lot, aard, t);
  }
}

function dagOpTijd({ termijn }: Aard, t: Toeval): number {
  return t.geheel(Math.ceil(termijn / 4), termijn);
}

// Late is mostly a few weeks, sometimes half a year.
function dagTeLaat({ termijn }: Aard, t: Toeval): number {
  const over = t.weeg({ kort: 5, lang: 4, 'heel-lang': 1 });
  const [min, max] = { kort: [3, 14], lang: [15, 60], 'heel-lang': [61, 150] }[over] as [
    number,
    number,
  ];
  return termijn + t.geheel(min, max);
}

// Keeping the wijkraad informed; it never stops the clock (002:93-96).
function wachtend(dossier: Dossier, { termijn, met }: Aard, t: Toeval): void {
  if (termijn < 42) return;
  if (t.kans(0.65))
    dossier.stap('tussenberichten', termijn - t.geheel(1, 12), {
      aan: met,
      inhoud: t.kies([
        'Het antwoord kost meer tijd. Wij wachten op het onderzoek.',
        'Wij zijn ermee bezig, samen met twee clusters. U hoort binnen vier weken meer.',
        'Er is nog geen besluit over het geld. Daarom duurt het langer dan zes weken.',
      ]),
    });
  if (t.kans(0.35))
    dossier.stap('contacten', termijn + t.geheel(1, 2), {
      met,
      inhoud: t.kies([
        'Gebeld met de voorzitter; de stand van zaken is verteld.',
        'Besproken na afloop van de vergadering van de wijkraad.',
        'In de wijkhub bijgepraat door een lid van het Wijk MT.',
      ]),
    });
}

function ingetrokken(dossier: Dossier, { termijn }: Aard, t: Toeval): void {
  const reden = t.kies(['Het is vanzelf opgelost.', 'De indiener ziet ervan af.']);
  dossier.stap('sluitingen', t.geheel(1, termijn), { grond: 'ingetrokken', reden });
}

function beantwoordEnGesloten(dossier: Dossier, dag: number, aard: Aard, t: Toeval): void {
  sluit(dossier, aard.beantwoord(dossier, dag), aard, t);
}

function heropend(dossier: Dossier, aard: Aard, t: Toeval): void {
  const terug = aard.beantwoord(dossier, dagOpTijd(aard, t)) + t.geheel(5, 20);
  dossier.stap('heropeningen', terug, { reden: 'Het antwoord ging niet over de hele vraag.' });
  sluit(dossier, aard.beantwoord(dossier, terug + t.geheel(5, aard.termijn)), aard, t);
}

function sluit(dossier: Dossier, dag: number, { sluitkans, klaar }: Aard, t: Toeval): void {
  if (!t.kans(sluitkans)) return;
  dossier.stap('sluitingen', dag + t.geheel(1, 10), { grond: 'afgehandeld', reden: klaar });
}

// Another date is agreed with somebody, before or after the first one passed (002:62).
function afgesproken(
  dossier: Dossier,
  lot: 'afspraak-voor' | 'afspraak-na',
  aard: Aard,
  t: Toeval,
): void {
  const { termijn, met, redenen } = aard;
  const op = lot === 'afspraak-voor' ? termijn - t.geheel(2, 6) : termijn + t.geheel(4, 12);
  const erbij = t.geheel(14, termijn < 42 ? 21 : 56);
  const einde = dossier.dag(op + erbij);
  dossier.stap('afspraken', op, { einde, met, reden: t.kies(redenen) });
  const gehaald = t.kans(0.75);
  const dag = gehaald ? op + erbij - t.geheel(2, 6) : op + erbij + t.geheel(4, 40);
  beantwoordEnGesloten(dossier, dag, aard, t);
}
