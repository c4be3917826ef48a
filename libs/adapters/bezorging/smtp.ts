import type { Bezorgd, Bezorger, Zending } from '@wijkspoor/ports';
import { createTransport } from 'nodemailer';

export type SmtpOptions = Readonly<{
  /** `smtp://name:password@host:port`, or `smtps://` for TLS from the first byte. */
  url: string;
  /** The sender, such as `Wijkspoor <wijkspoor@gemeente.example>`. */
  afzender: string;
  /** After this the server counts as gone. Default 10,000. */
  timeoutMs?: number;
}>;

/**
 * Delivers by e-mail. A receiver or a text that the server refuses for good (5xx) is not offered
 * again. That it refuses us (a password, a sender) is for a person to mend, and goes on after it.
 */
export function smtpBezorger({ url, afzender, timeoutMs = 10_000 }: SmtpOptions): Bezorger {
  const timeouts = {
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  };
  const transport = createTransport({ url, ...timeouts });
  const domain = /@([a-z0-9.-]+)/i.exec(afzender)?.[1] ?? 'wijkspoor.invalid';
  return {
    async bezorg(zending) {
      try {
        await transport.sendMail(mailOf(zending, afzender, domain));
        return { bezorgd: true };
      } catch (error) {
        return refusal(error as SmtpError);
      }
    },
    close: async () => transport.close(),
  };
}

// The id makes the Message-ID, so that a mail that goes twice is one mail to whoever gets it.
function mailOf({ id, adres, onderwerp, tekst, html }: Zending, from: string, domain: string) {
  const messageId = `<${id.replace(/[^a-z0-9.-]/gi, '.')}@${domain}>`;
  const headers = { 'Auto-Submitted': 'auto-generated' };
  return { from, to: adres, subject: onderwerp, text: tekst, html, messageId, headers };
}

type SmtpError = Error & Readonly<{ responseCode?: number; command?: string }>;

const aboutTheMessage: readonly (string | undefined)[] = ['RCPT TO', 'DATA'];

function refusal({ responseCode = 0, command, message }: SmtpError): Bezorgd {
  const definitief = responseCode >= 500 && aboutTheMessage.includes(command);
  return { bezorgd: false, reden: message, definitief };
}
