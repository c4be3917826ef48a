import type { Closing } from './closing.ts';

type Closable = Readonly<{ destroy(): Promise<void> }>;

/** The database of the read models: opened when a service first asks, and shared by all that do. */
export class ReadDb {
  readonly #opened = new Map<unknown, Promise<unknown>>();

  constructor(
    private readonly url: string,
    private readonly closing: Closing,
  ) {}

  /** What `opener` makes of the address; the same opener gives the same thing. */
  async open<T extends Closable>(opener: (url: string) => Promise<T>): Promise<T> {
    const before = this.#opened.get(opener) as Promise<T> | undefined;
    const opened = before ?? this.#first(opener);
    this.#opened.set(opener, opened);
    return opened;
  }

  async #first<T extends Closable>(opener: (url: string) => Promise<T>): Promise<T> {
    const opened = await opener(this.url);
    return this.closing.add('the read models', opened, (views) => views.destroy());
  }
}
