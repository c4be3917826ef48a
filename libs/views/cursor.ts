/** Where a page of a list ended, as a client gets it: to hand back, not to read. */
export function alsCursor(delen: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(delen)).toString('base64url');
}

/** What a cursor was made of; nothing for a text that is none. */
export function delenVan(cursor: string): readonly unknown[] {
  try {
    const waarde: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(waarde) ? waarde : [];
  } catch {
    return [];
  }
}

/** What is told of a text that no page of the list has given. */
export function geenPlek(cursor: string): string {
  const raad = "Gebruik de waarde van 'volgende' uit het vorige antwoord.";
  return `'${cursor}' is geen plek in deze lijst. ${raad}`;
}
