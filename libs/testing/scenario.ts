import { expect } from '@jest/globals';
import { Refused, type AnyCommand, type AnyEvent, type Decider } from '@wijkspoor/kernel';

type Outcome<Event> = readonly Event[] | Refused;

/**
 * Given / when / then for a decider: `const given = scenario(zaak)`, and then
 * `given(registered).when(close).then(closed)`, or `.then(new Refused('zaak-gesloten'))`.
 *
 * A refusal is compared by its code, and by its facts when the expected one has any. `.then()` with
 * nothing in it says that the command changes nothing.
 */
export function scenario<State, Command extends AnyCommand, Event extends AnyEvent>({
  initial,
  decide,
  evolve,
}: Decider<State, Command, Event>) {
  return (...past: readonly Event[]) => ({
    when: (command: Command) => {
      const outcome = outcomeOf(() => decide(command, past.reduce(evolve, initial)));
      return {
        then: (...expected: readonly Event[] | readonly [Refused]) => compare(outcome, expected),
      };
    },
  });
}

function outcomeOf<Event>(decide: () => readonly Event[]): Outcome<Event> {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

function compare<Event>(outcome: Outcome<Event>, expected: readonly (Event | Refused)[]) {
  const [refusal] = expected;
  if (!(refusal instanceof Refused)) return void expect(outcome).toEqual(expected);
  expect(outcome).toBeInstanceOf(Refused);
  expect(outcome).toMatchObject(
    Object.keys(refusal.facts).length > 0
      ? { code: refusal.code, facts: refusal.facts }
      : { code: refusal.code },
  );
}
