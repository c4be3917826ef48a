import type { Fault } from '@wijkspoor/kernel';
import type { Concept } from './concept.ts';

const MET_CODE = [
  'gebieden',
  'wijken',
  'hubs',
  'partners',
  'themas',
  'kanalen',
  'portefeuilles',
] as const;

const VERWIJZINGEN = [
  { van: 'wijken', veld: 'gebied', naar: 'gebieden' },
  { van: 'wijken', veld: 'wijkwethouder', naar: 'portefeuilles' },
  { van: 'hubs', veld: 'wijk', naar: 'wijken' },
  { van: 'partners', veld: 'gebieden', naar: 'gebieden' },
  { van: 'partners', veld: 'wijken', naar: 'wijken' },
  { van: 'welzijnsaanbieders', veld: 'gebied', naar: 'gebieden' },
] as const;

/** Codes that stand twice, and references to codes that do not exist. */
export function controleerCodes(concept: Concept): readonly Fault[] {
  return [
    ...MET_CODE.flatMap((lijst) => dubbel(concept[lijst] ?? [], lijst, 'code')),
    ...dubbel(concept.gebieden ?? [], 'gebieden', 'cbsCode'),
    ...dubbel(concept.eersteBehandelaars ?? [], 'eersteBehandelaars', 'soort'),
    ...VERWIJZINGEN.flatMap((verwijzing) => onbekend(concept, verwijzing)),
    ...andereNaam(concept),
  ];
}

type Rijen = readonly Readonly<Record<string, unknown>>[];

function dubbel(rijen: Rijen, lijst: string, veld: string): Fault[] {
  const waarden = rijen.map((rij) => tekstIn(rij, veld));
  return waarden.flatMap((waarde, i) => {
    const eerste = waarden.indexOf(waarde);
    if (waarde === undefined || eerste === i) return [];
    const message = `${veld} '${waarde}' is al gebruikt: zie /${lijst}/${eerste}`;
    return [{ pointer: `/${lijst}/${i}/${veld}`, message }];
  });
}

function tekstIn(rij: Rijen[number], veld: string): string | undefined {
  const waarde = rij[veld];
  return typeof waarde === 'string' ? waarde : undefined;
}

function onbekend(
  concept: Concept,
  { van, veld, naar }: (typeof VERWIJZINGEN)[number],
): readonly Fault[] {
  const bekend: readonly unknown[] | undefined = concept[naar]?.map(({ code }) => code);
  const rijen: Rijen = concept[van] ?? [];
  if (!bekend) return [];
  return rijen.flatMap((rij, i) => {
    const plek = `/${van}/${i}/${veld}`;
    const waarde = rij[veld];
    const codes = Array.isArray(waarde)
      ? waarde.map((code: unknown, j) => ({ code, pointer: `${plek}/${j}` }))
      : [{ code: waarde, pointer: plek }];
    return codes
      .filter(({ code }) => code !== undefined && !bekend.includes(code))
      .map(({ code, pointer }) => ({
        pointer,
        message: `'${String(code)}' is geen code van ${naar}`,
      }));
  });
}

// One provider serves several gebieden, so its code comes back; its name must then be the same.
function andereNaam({ welzijnsaanbieders = [] }: Concept): Fault[] {
  return welzijnsaanbieders.flatMap(({ code, naam }, i) => {
    const eerste = welzijnsaanbieders.find((ander) => ander.code === code && ander.naam);
    if (!code || !naam || !eerste || eerste.naam === naam) return [];
    const message = `'${code}' heet elders in deze lijst '${eerste.naam}'`;
    return [{ pointer: `/welzijnsaanbieders/${i}/naam`, message }];
  });
}
