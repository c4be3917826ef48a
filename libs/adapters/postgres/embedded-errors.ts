/**
 * The embedded server cannot start, and a person has to do something about it. The message is for
 * that person: what is the matter, with which folder, and what to do.
 */
export class CannotStart extends Error {
  override readonly name: string = 'CannotStart';
}

/** Another process of Wijkspoor works on this folder at this moment. */
export class FolderInUse extends CannotStart {
  override readonly name = 'FolderInUse';

  constructor(readonly folder: string) {
    super(
      `De map ${folder} is al in gebruik door een ander Wijkspoor dat nu draait. ` +
        'Stop dat eerst, of kies een andere map.',
    );
  }
}
