/**
 * The word that somebody probably meant: of the known words the nearest one, if it is near enough
 * (one slip in a short word, two in a longer one). Nothing when none is near.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.slice(0, 100).toLowerCase();
  let best: { candidate: string; slips: number } | undefined;
  for (const candidate of known) {
    const slips = slipsBetween(wanted, candidate.toLowerCase());
    if (slips <= slipsMax(candidate) && slips < (best?.slips ?? Infinity)) {
      best = { candidate, slips };
    }
  }
  return best?.candidate;
}

function slipsMax({ length }: string): number {
  if (length <= 3) return 0;
  return length <= 6 ? 1 : 2 + Math.floor(length / 16);
}

/** How many letters must be added, removed or replaced to get from one word to the other. */
function slipsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 4) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
