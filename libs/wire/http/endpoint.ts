/** The schemas that an endpoint can name; each becomes a component of the API document. */
export type Bodynaam =
  | 'Zaak'
  | 'Werkbezoek'
  | 'Aanmelding'
  | 'Toewijzing'
  | 'Themas'
  | 'Antwoord'
  | 'Uitkomst'
  | 'Uitvoering'
  | 'Afdoening'
  | 'Aanvaarding'
  | 'Weigering'
  | 'Sluiting'
  | 'Heropening'
  | 'Afspraak'
  | 'Tussenbericht'
  | 'Contact'
  | 'Wijzigingsvoorstel';

export type Antwoordnaam =
  | 'ZaakAangenomen'
  | 'WerkbezoekAangenomen'
  | 'AanmeldingAangenomen'
  | 'AanmeldingenVerwerkt'
  | 'OpdrachtVerwerkt'
  | 'ZaakTermijn'
  | 'TermijnBerekening'
  | 'KalenderOverzicht'
  | 'SignalenLijst'
  | 'BerichtenLijst'
  | 'WijkenLijst'
  | 'WijkOverzicht'
  | 'ZakenLijst'
  | 'ZaakDetail'
  | 'AdviezenTeLaat'
  | 'ZakenTeLaat'
  | 'WatAls'
  | 'ApiDocument'
  | 'Leeft'
  | 'Gereed';

export type Vraagnaam =
  | 'zakenVraag'
  | 'peildatumVraag'
  | 'termijnenVraag'
  | 'kalenderVraag'
  | 'adviezenTeLaatVraag'
  | 'zakenTeLaatVraag'
  | 'signalenVraag'
  | 'berichtenVraag'
  | 'aanmeldingenVraag';

export type Tag = 'intake' | 'routing' | 'deadline-monitor' | 'reporting' | 'algemeen';

/** One thing that the API can do. What it asks and answers is named here, described elsewhere. */
export type Endpoint = Readonly<{
  method: 'get' | 'post';
  path: `/${string}`;
  tag: Tag;
  samenvatting: string;
  body?: Bodynaam;
  query?: Vraagnaam;
  params?: readonly ('zaakId' | 'wijk')[];
  antwoorden: Readonly<Partial<Record<200 | 202, Antwoordnaam | readonly Antwoordnaam[]>>>;
  /** In what other forms than JSON the answer can be had. */
  vormen?: readonly ('csv' | 'html')[];
  /** The problems it can answer with, next to 405, 500 and 503, which any can. */
  problemen?: readonly (400 | 404 | 409 | 503)[];
}>;
