import type { BestaandeZaak, Datum, Rol } from '@wijkspoor/domain';

export type Status = BestaandeZaak['status'];

/** How the city let something hear: in writing on the way, in a talk, or with the answer. */
export type Berichtvorm = 'tussenbericht' | 'mondeling' | 'antwoord';

/**
 * How a case stands from a day on. Everything in it is dated by the facts themselves, not by the
 * moment at which somebody typed them in, so that a day in the past can be judged as it was.
 */
export type Stand = Readonly<{
  vanaf: Datum;
  status: Status;
  behandelaar: Rol | null;
  /** The end of the running term before anything else was agreed. */
  eersteEinde: Datum | null;
  einde: Datum | null;
  /** The day on which the clock stopped: the answer, the proposal to settle, or the closing. */
  gestoptOp: Datum | null;
  beantwoordOp: Datum | null;
  laatsteContactOp: Datum | null;
  /** Whether the end that holds was agreed only when the one before it had passed. */
  naVerstrijken: boolean;
  /** Whether there is a term of which no end can be told; then `einde` is null. */
  nietBepaald: boolean;
  /** The last that the city let hear about it, an answer too: on which day, and how. */
  laatsteBerichtOp: Datum | null;
  laatsteBerichtVorm: Berichtvorm | null;
}>;

/** What a fact changes in how a case stands. */
export type Wijziging = (stand: Stand) => Partial<Omit<Stand, 'vanaf'>>;

/** A case as it stands last, with how it stood before, oldest first. */
export type MetStanden = Stand & Readonly<{ ontvangenOp: Datum; eerdereStanden: readonly Stand[] }>;

/**
 * The case after a fact of that day. The fact counts for that day and for every later one, also for
 * days that were told of before: who looks at a day sees all facts up to and including that day, in
 * the order in which they were recorded. A fact dated before the receipt counts from the receipt.
 */
export function opDag<Rij extends MetStanden>(rij: Rij, dag: Datum, wijzig: Wijziging): Rij {
  const vanaf = dag < rij.ontvangenOp ? rij.ontvangenOp : dag;
  if (vanaf === rij.vanaf) return { ...rij, ...wijzig(rij) };
  const eerdereStanden =
    vanaf > rij.vanaf
      ? [...rij.eerdereStanden, alleenStand(rij)]
      : metTerugwerking(rij.eerdereStanden, vanaf, wijzig);
  return { ...rij, ...wijzig(rij), vanaf: vanaf > rij.vanaf ? vanaf : rij.vanaf, eerdereStanden };
}

function metTerugwerking(standen: readonly Stand[], vanaf: Datum, wijzig: Wijziging): Stand[] {
  const ervoor = standen.filter((stand) => stand.vanaf < vanaf);
  const erna = standen.filter((stand) => stand.vanaf >= vanaf);
  const vorige = ervoor.at(-1);
  const nieuw = vorige && erna[0]?.vanaf !== vanaf ? [{ ...vorige, vanaf }] : [];
  return [...ervoor, ...[...nieuw, ...erna].map((stand) => ({ ...stand, ...wijzig(stand) }))];
}

function alleenStand({
  vanaf,
  status,
  behandelaar,
  eersteEinde,
  einde,
  gestoptOp,
  beantwoordOp,
  laatsteContactOp,
  naVerstrijken,
  nietBepaald,
  laatsteBerichtOp,
  laatsteBerichtVorm,
}: Stand): Stand {
  return {
    vanaf,
    status,
    behandelaar,
    eersteEinde,
    einde,
    gestoptOp,
    beantwoordOp,
    laatsteContactOp,
    naVerstrijken,
    nietBepaald,
    laatsteBerichtOp,
    laatsteBerichtVorm,
  };
}

/**
 * The earliest end after which the case was late on some day: past it, unanswered on time. Nothing
 * for a case that can never have been late. It is what the lists of late cases are looked up by, on
 * any day: a case that was late on a day has one that lies before that day.
 */
export function laatNa(rij: MetStanden): Datum | null {
  let vroegste = eindeIndienLaat(rij, undefined);
  for (const [n, stand] of rij.eerdereStanden.entries()) {
    const einde = eindeIndienLaat(stand, rij.eerdereStanden[n + 1]?.vanaf ?? rij.vanaf);
    if (einde && (!vroegste || einde < vroegste)) vroegste = einde;
  }
  return vroegste;
}

// A standing that ends with the term, or earlier, has no day on which the term had passed.
function eindeIndienLaat({ einde, gestoptOp }: Stand, tot: Datum | undefined): Datum | null {
  if (!einde || (gestoptOp && gestoptOp <= einde) || (tot && tot <= einde)) return null;
  return einde;
}
