import type { Fault } from '@wijkspoor/kernel';
import type { ErrorObject } from 'ajv/dist/2020.js';
import { message, type Reading } from './fault-messages.ts';

/** The errors of a schema as faults: one per place, each at the member that it is about. */
export function toFaults(errors: readonly ErrorObject[], reading: Reading): Fault[] {
  const faults = new Map<string, Fault>();
  for (const error of withoutOtherBranches(errors)) {
    for (const pointer of pointers(error)) {
      if (!faults.has(pointer)) faults.set(pointer, { pointer, message: message(error, reading) });
    }
  }
  return [...faults.values()];
}

/** A JSON pointer to a member of what another pointer points at. */
export function at(pointer: string, ...members: readonly (string | number)[]): string {
  const escaped = members.map((name) => String(name).replaceAll('~', '~0').replaceAll('/', '~1'));
  return [pointer, ...escaped].join('/');
}

function pointers({ keyword, instancePath, params, data }: ErrorObject): string[] {
  const { missingProperty, additionalProperty } = params as Record<string, string>;
  switch (keyword) {
    case 'required':
      return [at(instancePath, missingProperty ?? '')];
    case 'additionalProperties':
      return [at(instancePath, additionalProperty ?? '')];
    case 'uniqueItems':
      return repeated(data).map((index) => at(instancePath, index));
    default:
      return [instancePath];
  }
}

/** The places in a list of what stands in it already. */
function repeated(list: unknown): number[] {
  const texts = Array.isArray(list) ? list.map((item) => JSON.stringify(item)) : [];
  return texts.flatMap((text, index) => (texts.indexOf(text) < index ? [index] : []));
}

/**
 * Of a choice (`anyOf`) only the branch that was meant is reported: the one whose faults lie deeper
 * than the choice itself. If no branch was meant, only the choice is reported.
 */
function withoutOtherBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf');
  return choices.reduce((rest, choice) => {
    const within = rest.filter((error) => isWithin(error, choice));
    const branchOf = ({ schemaPath }: ErrorObject) =>
      schemaPath.slice(choice.schemaPath.length + 1).split('/')[0];
    const refusedAtOnce = new Set(
      within.filter((error) => isAtOnce(error, choice)).map((error) => branchOf(error)),
    );
    const meant = within.filter((error) => !refusedAtOnce.has(branchOf(error)));
    const others = rest.filter((error) => !within.includes(error));
    return meant.length > 0 ? [...others.filter((error) => error !== choice), ...meant] : others;
  }, errors);
}

// All items of a list have one path in the schema: only their place in the value tells them apart.
function isWithin({ schemaPath, instancePath }: ErrorObject, choice: ErrorObject): boolean {
  const here = `${instancePath}/`.startsWith(`${choice.instancePath}/`);
  return here && schemaPath.startsWith(`${choice.schemaPath}/`);
}

function isAtOnce({ keyword, instancePath }: ErrorObject, choice: ErrorObject): boolean {
  const atChoice = instancePath === choice.instancePath;
  return atChoice && ['type', 'enum', 'const'].includes(keyword);
}
