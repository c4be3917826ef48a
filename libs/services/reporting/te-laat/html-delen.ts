const tekens: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands in a page: what people wrote is never read as part of the page itself. */
export function tekst(waarde: string | number): string {
  return String(waarde).replace(/[&<>"']/g, (teken) => tekens[teken] ?? teken);
}

const kort = new Intl.DateTimeFormat('nl-NL', {
  ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
});
const lang = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' });

/** A day in words: `13 april 2026`. */
export function dagInWoorden(datum: string): string {
  return lang.format(new Date(`${datum}T00:00:00Z`));
}

/** A day, for people and for machines; a dash where there is none. */
export function dag(datum: string | null): string {
  if (datum === null) return '-';
  const woorden = kort.format(new Date(`${datum}T00:00:00Z`));
  return `<time class="dag" datetime="${datum}">${woorden}</time>`;
}

const getallen = new Intl.NumberFormat('nl-NL');

/** A number with points between the thousands. */
export function getal(n: number): string {
  return getallen.format(n);
}

/** What comes under something, smaller; nothing for nothing. */
export function klein(inhoud: string): string {
  return inhoud === '' ? '' : `<span class="klein">${inhoud}</span>`;
}
