import { wait } from '@wijkspoor/ports';

/** One process of a service, behind the front door. */
export type Instance = { readonly address: string; readonly number: number; away: boolean };

const lookMs = 500;
const answersMs = 2_000;

/**
 * The processes of one service. Requests go to each in turn; one that did not answer is passed over
 * until it lives again, which is looked at by itself.
 */
export class Instances {
  readonly all: readonly Instance[];
  #turn = 0;

  constructor(addresses: readonly string[]) {
    this.all = addresses.map((address, n) => ({ address, number: n + 1, away: false }));
  }

  /** Whose turn it is. When all are away, still one of them: it may be back. */
  next(): Instance {
    const here = this.all.filter(({ away }) => !away);
    const among = here.length > 0 ? here : this.all;
    const chosen = among[this.#turn++ % among.length];
    if (!chosen) throw new TypeError('A service has one address at least.');
    return chosen;
  }

  /** Looks for the ones that are away until they answer again, or until `stop`. */
  async watch(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const gone = this.all.filter(({ away }) => away);
      await Promise.all(gone.map(async (one) => (one.away = !(await lives(one)))));
      await wait(lookMs, stop);
    }
  }
}

async function lives({ address }: Instance): Promise<boolean> {
  const signal = AbortSignal.timeout(answersMs);
  const answer = await fetch(`${address}/health/live`, { signal }).catch(() => undefined);
  await answer?.arrayBuffer().catch(() => undefined);
  return answer?.ok ?? false;
}
