import { readFile, rm } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { kopie, meldingen } from './gemeente-kopie.ts';

const naslag = new URL('../../docs/reference/gemeente-configuratie.md', import.meta.url);

/**
 * Every example of the reference: a change as a diff of one file, and the lines that are told
 * then.
 */
function voorbeeldenIn(tekst: string): readonly Voorbeeld[] {
  const blokken =
    /^(?<wat>\S.*)\n\n```diff (?<bestand>\S+)\n(?<diff>[^`]*)```\n\n```text\n(?<zegt>[^`]*)```/gm;
  return [...tekst.matchAll(blokken)].map(({ groups: { wat, bestand, diff, zegt } = {} }) => ({
    wat: wat ?? '',
    bestand: bestand ?? '',
    van: kant(diff ?? '', '-'),
    naar: kant(diff ?? '', '+'),
    zegt: (zegt ?? '').trimEnd().split('\n'),
  }));
}

type Voorbeeld = Readonly<{
  wat: string;
  bestand: string;
  van: string;
  naar: string;
  zegt: readonly string[];
}>;

/** One side of a diff: the lines that are the same, and those of that side. */
function kant(diff: string, teken: '-' | '+'): string {
  const regels = diff.replace(/\n$/, '').split('\n');
  const aan = regels.filter((regel) => [' ', teken, ''].includes(regel.slice(0, 1)));
  return aan.map((regel) => regel.slice(1)).join('\n');
}

const tekst = await readFile(naslag, 'utf8');
const voorbeelden = voorbeeldenIn(tekst);

describe('de naslag over de gemeente', () => {
  it('heeft van elk voorbeeld de fout en de melding', () => {
    expect(voorbeelden).toHaveLength([...tekst.matchAll(/^```diff/gm)].length);
    expect(voorbeelden.length).toBeGreaterThanOrEqual(36);
  });

  it.each(voorbeelden)('zegt wat er gebeurt: $wat', async ({ bestand, van, naar, zegt }) => {
    const map = await kopie([bestand, van, naar]);
    expect(await meldingen(map)).toEqual(zegt);
    await rm(map, { recursive: true });
  });
});
