/** A message on its way to one address. */
export type Zending = Readonly<{
  /** The same message has the same id, however often it is offered. */
  id: string;
  /** An e-mail address, or the address of a webhook. */
  adres: string;
  onderwerp: string;
  tekst: string;
  html: string;
  /** The same for a machine: JSON. */
  gegevens: Readonly<Record<string, unknown>>;
}>;

/** What came of offering a message. `definitief`: offering it again will not help. */
export type Bezorgd = Readonly<
  { bezorgd: true } | { bezorgd: false; reden: string; definitief: boolean }
>;

/**
 * Brings a message to an address, at least once: who crashes between the sending and the noting
 * sends it again, with the same id, by which the receiver knows it.
 *
 * Never throws. An answer within a bounded time, always; `bezorgd` only when the other side has
 * taken the message over.
 */
export interface Bezorger {
  bezorg(zending: Zending): Promise<Bezorgd>;
  close(): Promise<void>;
}

/** The roads that are open; one that is not set up is missing. */
export type Bezorgers = Readonly<Partial<Record<'e-mail' | 'webhook', Bezorger>>>;
