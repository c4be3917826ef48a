import type { FastifyInstance } from 'fastify';

const busyFrom = 32;
const sideBySideMax = 512;
const sideBySideWhenBusy = 256;

/** How busy the doors are, so that work that nobody waits for can make room. */
export class Pressure {
  #inHand = 0;

  watch(instance: FastifyInstance): void {
    instance.addHook('onRequest', (_request, reply, done) => {
      this.#inHand++;
      // Also when the client went away before it had its answer.
      reply.raw.once('close', () => this.#inHand--);
      done();
    });
  }

  /**
   * How many streams a service may react to at a time: as many as fill a commit, and few while
   * there are people at the doors, who share that commit.
   */
  readonly pace = (): number => (this.#inHand < busyFrom ? sideBySideMax : sideBySideWhenBusy);
}
