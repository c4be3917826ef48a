/** One measured number; `peer` and `ratio` where it was measured against something else. */
export type Figure = Readonly<{
  name: string;
  ours: number;
  peer: number | null;
  ratio: number | null;
  unit: string;
}>;

/** What a file of figures exports: each figure as soon as it is known. */
export type Figures = () => AsyncIterable<Figure>;

/** A figure without a peer. */
export function alone(name: string, ours: number, unit: string): Figure {
  return { name, ours: rounded(ours), peer: null, ratio: null, unit };
}

/** A figure of two that were measured by turns in one run. */
export function against(name: string, ours: number, peer: number, unit: string): Figure {
  const ratio = Math.round((ours / peer) * 100) / 100;
  return { name, ours: rounded(ours), peer: rounded(peer), ratio, unit };
}

/** The middle one; of an even number, the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that a share `q` of all does not exceed. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
  if (found === undefined) throw new Error('Nothing was measured.');
  return found;
}

const rounded = (value: number) => (value < 100 ? Math.round(value * 10) / 10 : Math.round(value));
