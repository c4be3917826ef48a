import type { Datum, Gemeente, Soort } from '@wijkspoor/domain';
import { isDatum, wijkGeldigOp } from '@wijkspoor/domain';
import type { Fault } from '@wijkspoor/kernel';
import { BadInput } from '@wijkspoor/kernel';
import type { Parsed } from '../ajv.ts';
import { quoted } from '../fault-messages.ts';
import { at } from '../faults.ts';
import { eeuwen } from './velden.ts';

/*
 * What no schema can tell: faults that lie between two fields. They are looked for in what came in,
 * also when some of it is wrong, so that they stand in the same answer as the others.
 */

type Velden = Readonly<Record<string, unknown>>;

/** The fields of an object, or of nothing when it is none. */
export function veldenIn(input: unknown): Velden {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
    ? (input as Velden)
    : {};
}

/** The entries of a list, or of nothing when it is none. */
export function rijenIn(input: unknown): readonly unknown[] {
  return Array.isArray(input) ? input : [];
}

/** The day in a field, if there is a day that exists and that the schemas take in. */
export function dagIn(input: unknown): Datum | undefined {
  return typeof input === 'string' && isDatum(input) && eeuwen.test(input) ? input : undefined;
}

/** Wijken that are known, but had no wijkraad on that day (or have one no more). */
export function wijkenOpDag(
  gemeente: Gemeente,
  wijken: unknown,
  dag: Datum | undefined,
  pointer: string,
): readonly Fault[] {
  if (!dag) return [];
  return rijenIn(wijken).flatMap((code, index) => {
    const bekend = gemeente.wijken.some((wijk) => wijk.code === code);
    if (!bekend || wijkGeldigOp(gemeente, String(code), dag)) return [];
    const message = `${quoted(code)} had op ${dag} geen wijkraad of dorpsraad`;
    return [{ pointer: at(pointer, index), message }];
  });
}

/** A channel by which this soort never comes. */
export function kanaalVoorSoort(
  { kanalen }: Gemeente,
  kanaal: unknown,
  soort: Soort,
): readonly Fault[] {
  const soorten = kanalen.find(({ code }) => code === kanaal)?.soorten;
  if (!soorten || soorten.includes(soort)) return [];
  const past = kanalen.filter((ander) => ander.soorten?.includes(soort) ?? true);
  const kies = past.map(({ code }) => code).join(', ');
  const message = `langs ${quoted(kanaal)} komt geen ${soort} binnen; kies uit: ${kies}`;
  return [{ pointer: '/kanaal', message }];
}

/** A last day that lies before the first one. */
export function nietEerder(
  uiterlijk: unknown,
  dag: Datum | undefined,
  pointer: string,
): readonly Fault[] {
  const laatste = dagIn(uiterlijk);
  if (!laatste || !dag || laatste >= dag) return [];
  return [{ pointer, message: `${quoted(laatste)} ligt voor de eerste dag (${dag})` }];
}

/** A first day that lies after the day on which what it led to came in. */
export function nietLater(
  eerste: unknown,
  dag: Datum | undefined,
  pointer: string,
): readonly Fault[] {
  const begin = dagIn(eerste);
  if (!begin || !dag || begin <= dag) return [];
  return [{ pointer, message: `${quoted(begin)} ligt na de dag van ontvangst (${dag})` }];
}

const lijstPerRol: Readonly<Record<string, 'wijken' | 'hubs' | 'portefeuilles' | 'partners'>> = {
  'wijk-mt': 'wijken',
  wijkraad: 'wijken',
  hub: 'hubs',
  wethouder: 'portefeuilles',
  partner: 'partners',
};

/** A role of something that the municipality does not have, such as the Wijk MT of no wijk. */
export function bekendeRol(gemeente: Gemeente, rol: unknown, pointer: string): readonly Fault[] {
  const [naam = '', code] = typeof rol === 'string' ? rol.split(':') : [];
  const lijst = Object.hasOwn(lijstPerRol, naam) ? lijstPerRol[naam] : undefined;
  if (!lijst || (code && gemeente[lijst].some((rij) => rij.code === code))) return [];
  const message = code
    ? `${quoted(rol)}: '${code}' staat niet bij de ${lijst} van ${gemeente.naam}`
    : `${quoted(rol)} noemt geen code; schrijf '${naam}:' met de code`;
  return [{ pointer, message }];
}

/** The value when there is nothing wrong with it, or else everything that is, each place once. */
export function samen<T>(gelezen: Parsed<T>, ook: readonly Fault[]): Parsed<T> {
  const eerst = 'faults' in gelezen ? gelezen.faults : [];
  if (eerst.length + ook.length === 0) return gelezen;
  const perPlek = new Map<string, Fault>();
  for (const fault of [...eerst, ...ook]) {
    if (!perPlek.has(fault.pointer)) perPlek.set(fault.pointer, fault);
  }
  return { faults: [...perPlek.values()] };
}

/** The value, or all faults thrown at once. */
export function ofWeiger<T>(gelezen: Parsed<T>): T {
  if ('faults' in gelezen) throw new BadInput(gelezen.faults);
  return gelezen.value;
}
