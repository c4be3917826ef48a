/**
 * A stand-in for Wijkspoor in `embedded-server.spec.ts`: it starts the server on a folder, says how
 * that went, and stops it in order on SIGTERM.
 */
import { startEmbeddedServer } from './embedded-server.ts';

export type Said = Readonly<
  { url: string; pid: number } | { stopped: true } | { refused: string; message: string }
>;

const say = (said: Said) => process.stdout.write(`${JSON.stringify(said)}\n`);

try {
  const server = await startEmbeddedServer({ folder: process.argv[2] ?? '' });
  process.on('SIGTERM', () => {
    void server.stop().then(() => say({ stopped: true }));
  });
  say({ url: server.url, pid: server.pid });
} catch (error) {
  const { name, message } = error as Error;
  say({ refused: name, message });
}
