import { BadInput } from '@wijkspoor/kernel';

/** The faults for which a door refused, by their place; fails when it let the input in. */
export function faultsOf(enter: () => unknown): Record<string, string> {
  try {
    enter();
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return Object.fromEntries(error.faults.map(({ pointer, message }) => [pointer, message]));
  }
  throw new Error('this was let in');
}
