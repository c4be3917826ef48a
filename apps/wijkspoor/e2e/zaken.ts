/** One valid registration of each soort that has a door of its own. */
const algemeen = (id: string) => ({
  aanmelding: { bron: 'e2e', id },
  kanaal: 'wijkhub-balie',
  wijken: ['tarwewijk'],
  themas: ['wonen'],
  onderwerp: `Onderwerp van ${id}`,
  tekst: `Een vraag over het trappenhuis 🏠, ook في الحي, van ${id}.`,
  ontvangenOp: '2026-09-01',
});

export const zaken = (reeks: string) => [
  { soort: 'wijkhubvraag', ...algemeen(`${reeks}-vraag`) },
  { soort: 'ongevraagd-advies', ...algemeen(`${reeks}-ongevraagd`), kanaal: 'brief' },
  { soort: 'gevraagd-advies', ...algemeen(`${reeks}-gevraagd`), kanaal: 'brief' },
  {
    soort: 'toezegging',
    ...algemeen(`${reeks}-toezegging`),
    kanaal: 'werkbezoek',
    aan: 'wijkraad',
    wethouder: 'wijken',
    uiterlijk: '2026-10-01',
  },
  {
    soort: 'motie',
    ...algemeen(`${reeks}-motie`),
    kanaal: 'raadsvergadering',
    wijken: [],
    kenmerken: ['22bb4407'],
  },
];

export const werkbezoek = (reeks: string) => ({
  aanmelding: { bron: 'e2e', id: `${reeks}-bezoek` },
  kanaal: 'werkbezoek',
  wijken: ['bloemhof'],
  bezoekOp: '2026-09-15',
  wethouder: 'wijken',
  vragen: [{ id: 'v1', onderwerp: 'Fundering', tekst: 'Wanneer komt er onderzoek?' }],
  toezeggingen: [
    { id: 't1', onderwerp: 'Brief', tekst: 'Er komt een brief.', uiterlijk: '2026-12-01' },
  ],
  actiepunten: [
    { id: 'a1', onderwerp: 'Schouw', tekst: 'Schouw plannen.', eigenaar: 'wijkmanager:bloemhof' },
  ],
});

export const cloudEvent = (id: string) => ({
  specversion: '1.0',
  type: 'nl.wijkspoor.zaak-aangemeld.v1',
  source: 'urn:nld:oin:00000001003214345000:systeem:e2e',
  id,
  time: '2026-09-02T09:00:00Z',
  datacontenttype: 'application/json',
  data: (({ aanmelding: _aanmelding, ...rest }) => ({ soort: 'wijkhubvraag', ...rest }))(
    algemeen(id),
  ),
});
