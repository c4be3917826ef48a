/** What stands in the address is not there, though the address itself exists. */
export class NotFound extends Error {
  override readonly name = 'NotFound';

  constructor(
    readonly code: 'wijk-onbekend',
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}
