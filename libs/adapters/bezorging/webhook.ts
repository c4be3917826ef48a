import { createHmac } from 'node:crypto';
import type { Bezorgd, Bezorger, Zending } from '@wijkspoor/ports';

export type WebhookOptions = Readonly<{
  /** Known to both sides; with it the receiver checks who sent a message. */
  secret: string;
  /** After this the receiver counts as gone. Default 10,000. */
  timeoutMs?: number;
}>;

/**
 * Delivers by POST of JSON. `Wijkspoor-Signature` is `sha256=` and the HMAC of the bytes of the
 * body in hexadecimals; `Idempotency-Key` is the id of the message. Delivered is a status of 2xx.
 */
export function webhookBezorger({ secret, timeoutMs = 10_000 }: WebhookOptions): Bezorger {
  return {
    async bezorg(zending) {
      try {
        return answered(await posted(zending, secret, timeoutMs));
      } catch (error) {
        return { bezorgd: false, reden: reasonOf(error as Error), definitief: false };
      }
    },
    close: async () => undefined,
  };
}

async function posted(zending: Zending, secret: string, timeoutMs: number): Promise<Response> {
  const body = JSON.stringify(zending.gegevens);
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const response = await fetch(zending.adres, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': zending.id,
      'wijkspoor-signature': `sha256=${signature}`,
    },
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
  await response.body?.cancel();
  return response;
}

// Nothing is for good here: an address that is wrong today is put right tomorrow. A redirect is not
// followed: only the municipality says where its messages go.
function answered({ ok, status }: Response): Bezorgd {
  if (ok) return { bezorgd: true };
  return { bezorgd: false, reden: `het antwoord was ${status}`, definitief: false };
}

function reasonOf({ name, message, cause }: Error): string {
  if (name === 'TimeoutError') return 'er kwam geen antwoord';
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}
