import { setTimeout as slaap } from 'node:timers/promises';
import { Afgewezen, Onbereikbaar } from './stad.ts';

/** How long somebody keeps trying when the city does not answer, and who hears about it. */
export type Geduld = Readonly<{
  totMs: number;
  /** The first wait; each next one is twice as long, up to fifteen seconds. */
  beginMs: number;
  stop: AbortSignal;
  meld(tekst: string): void;
}>;

/** Somebody pressed Ctrl-C. */
export class Gestopt extends Error {
  override readonly name = 'Gestopt';
}

const langsteMs = 15_000;

/**
 * Does something until the city answers. What the city was sent twice it stores once, so a repeat
 * is harmless. Throws the last error when the patience is over, `Gestopt` when asked to stop, and
 * every other error at once.
 */
export async function volhouden<T>(doe: () => Promise<T>, geduld: Geduld): Promise<T> {
  const begin = performance.now();
  for (let wachtMs = geduld.beginMs; ; wachtMs = Math.min(wachtMs * 2, langsteMs)) {
    try {
      return await doe();
    } catch (error) {
      const gevraagdMs = herhaalbaarNa(error);
      if (gevraagdMs === undefined) throw error;
      const pauzeMs = Math.max(wachtMs, gevraagdMs);
      if (performance.now() - begin + pauzeMs > geduld.totMs) throw error;
      if (wachtMs === geduld.beginMs)
        geduld.meld('De stad antwoordt even niet. Ik blijf proberen.');
      await wacht(pauzeMs, geduld.stop);
    }
  }
}

/** After how long the same request may be sent again; nothing when that makes no sense. */
function herhaalbaarNa(error: unknown): number | undefined {
  if (error instanceof Onbereikbaar) return 0;
  if (error instanceof Afgewezen && error.status >= 500) return error.wachtMs;
  return undefined;
}

async function wacht(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await slaap(ms, undefined, { signal });
  } catch {
    throw new Gestopt('gestopt');
  }
}
