/** Chance that repeats itself: the same seed gives the same choices, on every machine. */
export type Toeval = Readonly<{
  /** Yes, that often (0 to 1). */
  kans(p: number): boolean;
  /** A whole number from `min` up to and including `max`. */
  geheel(min: number, max: number): number;
  kies<T>(uit: readonly T[]): T;
  /** One of the keys, each as often as its weight says. */
  weeg<Sleutel extends string>(gewichten: Readonly<Record<Sleutel, number>>): Sleutel;
  /** So many different ones, in their own order. */
  greep<T>(uit: readonly T[], aantal: number): T[];
}>;

export function toeval(zaad: string): Toeval {
  const volgende = sfc32(zaad);
  const geheel = (min: number, max: number) => min + Math.floor(volgende() * (max - min + 1));
  return {
    kans: (p) => volgende() < p,
    geheel,
    kies: (uit) => uitgekozen(uit, geheel(0, uit.length - 1)),
    weeg: (gewichten) => gewogen(gewichten, volgende()),
    greep: (uit, aantal) => {
      const over = uit.map((_, i) => i);
      while (over.length > aantal) over.splice(geheel(0, over.length - 1), 1);
      return over.map((i) => uitgekozen(uit, i));
    },
  };
}

function uitgekozen<T>(uit: readonly T[], i: number): T {
  if (i in uit) return uit[i] as T;
  throw new Error('There is nothing to choose from.');
}

function gewogen<Sleutel extends string>(
  gewichten: Readonly<Record<Sleutel, number>>,
  trekking: number,
): Sleutel {
  const paren = Object.entries(gewichten) as [Sleutel, number][];
  let rest = trekking * paren.reduce((som, [, gewicht]) => som + gewicht, 0);
  for (const [sleutel, gewicht] of paren) {
    if (rest < gewicht) return sleutel;
    rest -= gewicht;
  }
  throw new Error('There is nothing to weigh.');
}

/** The generator "small fast counter" of Chris Doty-Humphrey: 32-bit arithmetic only. */
function sfc32(zaad: string): () => number {
  let a = hash(zaad, 1);
  let b = hash(zaad, 2);
  let c = hash(zaad, 3);
  let teller = 1;
  const volgende = () => {
    const t = (a + b + teller) | 0;
    teller = (teller + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 15; i++) volgende();
  return volgende;
}

/** FNV-1a, once more mixed, so that seeds that differ in one letter have nothing in common. */
function hash(tekst: string, begin: number): number {
  let h = 2_166_136_261 ^ begin;
  for (const teken of tekst) h = Math.imul(h ^ (teken.codePointAt(0) ?? 0), 16_777_619);
  h = Math.imul(h ^ (h >>> 15), 2_246_822_507);
  return h ^ (h >>> 13);
}
