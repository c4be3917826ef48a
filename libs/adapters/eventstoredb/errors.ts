/**
 * The event log cannot be opened, and a person has to do something about it. The message is for
 * that person: one sentence that names the setting, says what is the matter, and shows no password.
 */
export class CannotStart extends Error {
  override readonly name: string = 'CannotStart';

  constructor(what: string, options?: ErrorOptions) {
    super(`EVENT_LOG_URL ${what}`, options);
  }
}
