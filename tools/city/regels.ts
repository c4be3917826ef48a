import type { Stap, Verhaal } from './verhaal.ts';

/** The two files of a city, line by line. */
export function regels({
  verhalen,
  stappen,
}: {
  verhalen: readonly Verhaal[];
  stappen: readonly Stap[];
}): { aanmeldingen: string[]; vervolg: string[] } {
  return {
    aanmeldingen: verhalen.map(({ bericht }) => `${JSON.stringify(bericht)}\n`),
    vervolg: stappen.map(vervolgregel),
  };
}

/** One line of `vervolg.ndjson`. */
export function vervolgregel({ zaak, pad, body }: Stap): string {
  return `${JSON.stringify({ zaak, pad, body })}\n`;
}
