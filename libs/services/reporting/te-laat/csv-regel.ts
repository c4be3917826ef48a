/** What can stand in a cell. */
export type Cel = string | number | null;

/** First of all: without this mark, Excel reads the text as the code page of the machine. */
export const csvMerk = '\uFEFF';

/** One line of CSV (RFC 4180), divided by `;` because here a `,` is a decimal sign. */
export function csvRegel(cellen: readonly Cel[]): string {
  return `${cellen.map(geschreven).join(';')}\r\n`;
}

// What people wrote must never become a formula in somebody's spreadsheet: it may read and send.
function geschreven(cel: Cel): string {
  if (typeof cel === 'number') return String(cel);
  const tekst = /^[\s\0]*[=+\-@＝＋－＠]/.test(cel ?? '') ? `'${cel}` : (cel ?? '');
  return /[";\r\n]/.test(tekst) ? `"${tekst.replaceAll('"', '""')}"` : tekst;
}
