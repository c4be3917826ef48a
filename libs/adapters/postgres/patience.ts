/**
 * Waits for answers of one connection, and says when none has come for too long.
 *
 * One timer for all of them: with a timer for each, the garbage collector keeps the rows of many
 * answers after they were used, and a replay takes twice the time.
 */
export class Patience {
  #waiting = 0;
  #since = 0;
  readonly #timer: NodeJS.Timeout;

  constructor(limitMs: number, giveUp: () => void) {
    const check = () => {
      if (this.#waiting > 0 && performance.now() - this.#since > limitMs) giveUp();
    };
    this.#timer = setInterval(check, limitMs / 10).unref();
  }

  async during<T>(answer: Promise<T>): Promise<T> {
    if (this.#waiting === 0) this.#since = performance.now();
    this.#waiting += 1;
    try {
      return await answer;
    } finally {
      this.#waiting -= 1;
      // Answers come in the order of the questions, so this one tells that the server goes on.
      this.#since = performance.now();
    }
  }

  end() {
    clearInterval(this.#timer);
  }
}
