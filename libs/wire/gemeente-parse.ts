import { controleerGemeente, LIJSTEN, STANDAARDBELEID } from '@wijkspoor/domain';
import type { Concept, Gemeentegegevens } from '@wijkspoor/domain';
import type { Fault } from '@wijkspoor/kernel';
import { compile } from './ajv.ts';
import { bestandVan, gemeenteBestanden, gemeenteSchema } from './gemeente.ts';
import type { GemeenteBestand } from './gemeente.ts';

/** The content of the files of a municipality; what could not be read at all is left out. */
export type GemeenteInhoud = Readonly<Partial<Record<GemeenteBestand, unknown>>>;

/** A fault and the file that it stands in. */
export type BestandsFault = Fault & Readonly<{ bestand: GemeenteBestand }>;

export type GelezenGemeente = { value: Gemeentegegevens } | { faults: readonly BestandsFault[] };

/**
 * The municipality that a set of files describes, or everything that is wrong with them.
 *
 * The checks of the whole (references, overlaps, names) also run where a file has faults of its
 * own, on what can be trusted of it, so that nobody repairs a configuration one start at a time.
 * Content that is left out is no fault here: whoever could not read it tells so.
 */
export function parseGemeente(inhoud: GemeenteInhoud): GelezenGemeente {
  const perBestand = namen.flatMap((bestand) => controleerBestand(bestand, inhoud[bestand]));
  const alsGeheel = controleerGemeente(concept(inhoud, perBestand)).map((fault) => ({
    ...fault,
    bestand: bestandVan[lijstIn(fault.pointer)],
  }));
  const faults = [...perBestand, ...alsGeheel];
  if (faults.length > 0 || namen.some((bestand) => inhoud[bestand] === undefined))
    return { faults };
  return geheel(inhoud);
}

const namen = Object.keys(gemeenteBestanden) as GemeenteBestand[];

function controleerBestand(bestand: GemeenteBestand, inhoud: unknown): BestandsFault[] {
  if (inhoud === undefined) return [];
  const gelezen = compile(gemeenteBestanden[bestand])(inhoud);
  return 'faults' in gelezen ? gelezen.faults.map((fault) => ({ ...fault, bestand })) : [];
}

function geheel(inhoud: GemeenteInhoud): GelezenGemeente {
  const gelezen = compile(gemeenteSchema)(Object.assign({}, ...Object.values(inhoud)));
  if ('faults' in gelezen) throw new Error('the files are right and together they are not');
  const { termijnbeleid, ...rest } = gelezen.value;
  const heel = termijnbeleid.map((beleid) => ({ ...STANDAARDBELEID, ...beleid }));
  return { value: { ...rest, termijnbeleid: heel } };
}

function lijstIn(pointer: string): keyof typeof bestandVan {
  const lijst = LIJSTEN.find((naam) => naam === pointer.split('/')[1]);
  if (!lijst) throw new Error(`${pointer} stands in no list of a municipality`);
  return lijst;
}

// What can be trusted: the lists that are lists, their entries without the fields that have a
// fault.
function concept(inhoud: GemeenteInhoud, faults: readonly BestandsFault[]): Concept {
  const lijsten = LIJSTEN.map((lijst) => {
    const rijen = veldVan(inhoud[bestandVan[lijst]], lijst);
    if (!Array.isArray(rijen)) return [lijst, undefined];
    return [lijst, rijen.map((rij: unknown, i) => zonder(rij, foutieveVelden(faults, lijst, i)))];
  });
  return Object.fromEntries(lijsten.filter(([, rijen]) => rijen !== undefined)) as Concept;
}

function veldVan(waarde: unknown, veld: string): unknown {
  return isObject(waarde) ? waarde[veld] : undefined;
}

function zonder(rij: unknown, velden: readonly string[]): Record<string, unknown> {
  if (!isObject(rij)) return {};
  return Object.fromEntries(Object.entries(rij).filter(([veld]) => !velden.includes(veld)));
}

// Half a period is no period: without its end, an entry would seem to hold for ever.
function foutieveVelden(faults: readonly Fault[], lijst: string, i: number): string[] {
  const begin = `/${lijst}/${i}/`;
  const velden = faults
    .filter(({ pointer }) => pointer.startsWith(begin))
    .map(({ pointer }) => pointer.slice(begin.length).split('/')[0] ?? '');
  return velden.some((veld) => veld.startsWith('geldig'))
    ? [...velden, 'geldigVan', 'geldigTot']
    : velden;
}

function isObject(waarde: unknown): waarde is Record<string, unknown> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);
}
