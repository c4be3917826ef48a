import { smtpBezorger, webhookBezorger } from '@wijkspoor/adapters/bezorging';
import type { Bezorgers } from '@wijkspoor/ports';
import type { Closing } from './closing.ts';
import type { Config } from './config.ts';

/** The roads to whoever is warned, and where they can see a case. */
export type Bezorging = Readonly<{ bezorgers: Bezorgers; link: string }>;

/** Opens the roads that the settings name. No server is asked anything before the first message. */
export function openBezorging({ bezorging }: Config, closing: Closing): Bezorging {
  const { smtp, webhook, link } = bezorging;
  const bezorgers: Bezorgers = {
    ...(smtp && { 'e-mail': smtpBezorger(smtp) }),
    ...(webhook && { webhook: webhookBezorger(webhook) }),
  };
  for (const [weg, bezorger] of Object.entries(bezorgers))
    closing.add(`the delivery by ${weg}`, bezorger, async () => bezorger.close());
  return { bezorgers, link };
}
