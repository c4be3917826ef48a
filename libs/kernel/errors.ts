/** One thing that is wrong with an input: where (a JSON pointer, RFC 6901) and what, in Dutch. */
export type Fault = Readonly<{ pointer: string; message: string }>;

/** The facts behind a refusal, to be shown with it. */
export type Facts = Readonly<Record<string, unknown>>;

/**
 * The rules say no. The code is stable and stands in `docs/reference/problems.md`; the facts say
 * about which case, with which values.
 */
export class Refused<Code extends string = string> extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly code: Code,
    readonly facts: Facts = {},
  ) {
    super(`${code} ${JSON.stringify(facts)}`);
  }
}

/** The input cannot be read: every fault at once, each with its place. */
export class BadInput extends Error {
  override readonly name = 'BadInput';

  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(({ pointer, message }) => `${pointer || '(geheel)'}: ${message}`).join('\n'));
  }
}

/** Somebody else appended first. Read again and decide again; `flow/handle` does so by itself. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict';

  constructor(
    readonly stream: string,
    readonly expected: number | 'none',
    readonly actual: number | 'none',
  ) {
    super(`${stream} is at revision ${actual}, not ${expected}. Read it again and decide again.`);
  }
}

/** An engine cannot be reached now. Nothing was acknowledged; the same call may be made again. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}
