import type { StoredEvent } from '@wijkspoor/ports';

/**
 * What a replay does with an event: reads its body and folds it into the state of its stream.
 *
 * It stands in a file of its own so that the decider of a case takes its place here.
 */
export type Folded = { events: number; thema: string; tekens: number };

export function fold(states: Map<string, Folded>, { stream, body }: StoredEvent): void {
  const data = JSON.parse(body) as { thema: string; tekst: string };
  const state = states.get(stream) ?? { events: 0, thema: '', tekens: 0 };
  state.events += 1;
  state.thema = data.thema;
  state.tekens += data.tekst.length;
  states.set(stream, state);
}
