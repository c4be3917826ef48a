import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * A line to a server that can be cut. While it is cut nothing comes through, in either direction,
 * and nobody is told: as a network does that has lost its way. What hung on it is gone after that.
 */
export class Lijn {
  readonly #open = new Set<Socket>();
  #geknipt = false;

  private constructor(private readonly server: Server) {}

  static async naar(poort: number): Promise<Lijn> {
    const server = createServer();
    const lijn = new Lijn(server);
    server.on('connection', (hier) => lijn.#verbind(hier, poort));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return lijn;
  }

  get poort(): number {
    const adres = this.server.address();
    if (adres === null || typeof adres === 'string') throw new Error('the line has no port');
    return adres.port;
  }

  knip(): void {
    this.#geknipt = true;
    for (const eind of this.#open) eind.unpipe().pause();
  }

  herstel(): void {
    this.#geknipt = false;
    for (const eind of this.#open) eind.destroy();
  }

  async weg(): Promise<void> {
    this.herstel();
    this.server.close();
    await once(this.server, 'close');
  }

  #verbind(hier: Socket, poort: number): void {
    this.#let(hier);
    if (this.#geknipt) return void hier.pause();
    const daar = connect(poort, '127.0.0.1');
    this.#let(daar);
    hier.pipe(daar).pipe(hier);
    hier.on('close', () => daar.destroy());
    daar.on('close', () => hier.destroy());
  }

  #let(eind: Socket): void {
    this.#open.add(eind);
    eind.on('close', () => this.#open.delete(eind));
    // A line that breaks is what this is for; who holds the other end notices.
    eind.on('error', () => eind.destroy());
  }
}
