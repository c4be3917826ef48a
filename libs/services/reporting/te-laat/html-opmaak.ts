/**
 * What the page looks like: on a screen, on a phone and on paper (A4, lying). Every pair of colours
 * has a contrast of 7 or more; what is late is said in words and never by a colour alone.
 */
export const opmaak = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 90rem; margin: 0 auto; padding: 1.5rem; }
h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 2rem 0 .5rem; font-size: 1.25rem; line-height: 1.3; }
p { margin: .25rem 0; max-width: 45rem; }
bdi, .klein { overflow-wrap: anywhere; }
.breed { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
caption { padding: 0 0 .5rem; text-align: left; color: #454545; }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid #767676; }
th, td { text-align: left; vertical-align: top; font-weight: 400; }
thead th { border-bottom: 2px solid #1a1a1a; font-weight: 700; vertical-align: bottom; }
tbody th { min-width: 14rem; }
.getal { text-align: right; padding-right: 1.5rem; font-variant-numeric: tabular-nums; }
.dag { white-space: nowrap; }
.klein { display: block; color: #454545; font-size: .875em; font-weight: 400; }
.breed:focus-visible { outline: 3px solid #00498c; outline-offset: 2px; }
@media screen and (max-width: 45rem) {
  main { padding: 1rem; }
  table, caption, tbody, tr, tbody th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { padding: .75rem 0; border-bottom: 1px solid #767676; }
  th, td { padding: 0 0 .25rem; border: 0; }
  tbody th { font-weight: 700; }
  td { position: relative; padding-left: 9rem; }
  .getal { padding-right: 0; text-align: left; }
  td::before { position: absolute; left: 0; color: #454545; content: attr(data-kop); }
}
@page { size: A4 landscape; margin: 14mm 12mm; }
@page {
  @bottom-right {
    font: 8pt system-ui, sans-serif;
    content: 'Bladzijde ' counter(page) ' van ' counter(pages);
  }
}
@media print {
  body { font-size: 9.5pt; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 16pt; }
  h2 { font-size: 12pt; break-after: avoid; }
  table { font-size: 8.5pt; }
  th, td { padding: 1.5mm 2.5mm 1.5mm 0; }
  tbody th { min-width: 0; width: 24%; }
  .breed { overflow: visible; }
  thead { display: table-header-group; }
  caption, thead { break-after: avoid; }
  tr { break-inside: avoid; }
}
`;
