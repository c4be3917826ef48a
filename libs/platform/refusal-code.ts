import { Refused } from '@wijkspoor/kernel';

/** The code of a refusal of the rules; undefined for any other failure. */
export function refusalCodeOf(error: unknown): string | undefined {
  return error instanceof Refused ? (error as Refused).code : undefined;
}
