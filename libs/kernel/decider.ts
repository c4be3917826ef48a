import type { AnyCommand, AnyEvent } from './event.ts';

/**
 * The whole of a rule set as three pure things: where it starts, what a wish leads to, and what a
 * fact changes. `decide` throws `Refused` when the rules say no, and returns no events when the
 * wish is already fulfilled, so that a retry is harmless.
 */
export type Decider<State, Command extends AnyCommand, Event extends AnyEvent> = Readonly<{
  initial: State;
  decide(command: Command, state: State): readonly Event[];
  evolve(state: State, event: Event): State;
}>;
