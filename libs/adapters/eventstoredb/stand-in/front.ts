import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** The network in front of a server, where lines can be cut and held up. */
export type Front = Readonly<{
  port: number;
  /** How many lines are open. */
  lines(): number;
  /** Breaks every line. New ones are let through. */
  drop(): void;
  /** Breaks every line, and refuses new ones until `restore`. */
  cut(): Promise<void>;
  restore(): Promise<void>;
  /** Breaks nothing, but on the lines that are open now nothing comes through any more. */
  freeze(): void;
  close(): Promise<void>;
}>;

/** Opens a port of its own that passes everything on to the other. */
export async function openFront(to: number): Promise<Front> {
  const lines = new Set<Socket>();
  const frozen = new Set<Socket>();
  const server = createServer({ noDelay: true }, (outside) => {
    const inside = connect({ port: to, host: '127.0.0.1', noDelay: true });
    tie(outside, inside, () => frozen.has(outside));
    lines.add(outside);
    outside.on('close', () => lines.delete(outside));
  });
  const listen = async (port: number) =>
    void (await once(server.listen(port, '127.0.0.1'), 'listening'));
  const drop = () => lines.forEach((line) => line.destroy());
  const cut = async () => {
    const closed = once(server.close(), 'close');
    drop();
    await closed;
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    ...{ port, drop, cut },
    lines: () => lines.size,
    restore: () => listen(port),
    freeze: () => lines.forEach((line) => frozen.add(line)),
    close: async () => void (server.listening && (await cut())),
  };
}

/** What comes in at one end goes out at the other, and both end together. */
function tie(one: Socket, other: Socket, isFrozen: () => boolean): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.on('data', (chunk: Buffer) => isFrozen() || to.write(chunk));
    from.on('close', () => to.destroy());
    // A line that breaks is what this is for.
    from.on('error', () => undefined);
  }
}
