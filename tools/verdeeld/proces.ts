import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/** How a program ended before it was asked to, or how it could not begin. */
export class Fell extends Error {
  override readonly name = 'Fell';
}

export type ProcessOptions = Readonly<{
  /** Stands before each line that it says. */
  name: string;
  program: string;
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Takes each line that it says. */
  say: (line: string) => void;
}>;

/** More than a service takes to end in order. */
const endsWithinMs = 25_000;

/**
 * A program of the city, as a process. It ends by itself when this process is gone, because the
 * channel between the two then breaks.
 */
export class Proces {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #last: string[] = [];
  #told = false;

  constructor(readonly options: ProcessOptions) {
    const { program, args = [], env = {} } = options;
    const node = ['--enable-source-maps', program, ...args];
    this.#child = spawn(process.execPath, node, {
      // A group of its own: Ctrl-C reaches only who started it, and that ends them in order.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, ...env },
    });
    this.#ended = once(this.#child, 'exit');
    for (const stream of [this.#child.stdout, this.#child.stderr]) if (stream) this.#tell(stream);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Resolves when it answers that it is ready. Throws `Fell` when it ends instead. */
  async ready(address: string): Promise<void> {
    while (this.running) {
      const answer = await fetch(`${address}/health/ready`).catch(() => undefined);
      if (answer?.ok) return;
      await sleep(100);
    }
    const said = this.#last.length > 0 ? `:\n${this.#last.join('\n')}` : '.';
    throw new Fell(`${this.options.name} is niet gestart${said}`);
  }

  /** Calls back when it ends without having been told to. */
  whenFallen(call: (how: string) => void): void {
    void this.#ended.then(() => {
      const { signalCode, exitCode } = this.#child;
      if (!this.#told) call(signalCode ?? `code ${exitCode}`);
    });
  }

  /** Ends it in order, or after a while without. */
  async stop(): Promise<void> {
    this.#told = true;
    if (!this.running) return;
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), endsWithinMs);
    this.#child.kill('SIGTERM');
    await this.#ended;
    clearTimeout(timer);
  }

  #tell(stream: Readable): void {
    createInterface({ input: stream }).on('line', (line) => {
      this.#last.push(line);
      if (this.#last.length > 10) this.#last.shift();
      this.options.say(`${this.options.name} │ ${line}`);
    });
  }
}
