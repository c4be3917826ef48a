import type { Bodynaam, Endpoint } from './endpoint.ts';
import { reporting } from './endpoints-reporting.ts';

const opdracht = (
  pad: string,
  body: Bodynaam,
  samenvatting: string,
  tag: 'routing' | 'deadline-monitor' = 'routing',
): Endpoint => ({
  method: 'post',
  path: `/v1/zaken/{zaakId}/${pad}`,
  tag,
  samenvatting,
  params: ['zaakId'],
  body,
  antwoorden: { 202: 'OpdrachtVerwerkt' },
  problemen: [400, 404, 409],
});

const intake: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/v1/zaken',
    tag: 'intake',
    samenvatting: 'Meld één vraag, advies, toezegging of motie.',
    body: 'Zaak',
    antwoorden: { 202: 'ZaakAangenomen' },
    problemen: [400, 409],
  },
  {
    method: 'post',
    path: '/v1/werkbezoeken',
    tag: 'intake',
    samenvatting: 'Leg een formeel werkbezoek vast, met alles wat er is gevraagd en toegezegd.',
    body: 'Werkbezoek',
    antwoorden: { 202: 'WerkbezoekAangenomen' },
    problemen: [400, 409],
  },
  {
    method: 'post',
    path: '/v1/aanmeldingen',
    tag: 'intake',
    samenvatting: 'Meld met CloudEvents: één, of een reeks van hoogstens 500.',
    body: 'Aanmelding',
    query: 'aanmeldingenVraag',
    antwoorden: {
      200: ['AanmeldingenVerwerkt', 'AanmeldingAangenomen'],
      202: 'AanmeldingAangenomen',
    },
    problemen: [400, 409],
  },
];

const routing: readonly Endpoint[] = [
  opdracht('toewijzingen', 'Toewijzing', 'Geef de zaak aan een behandelaar.'),
  opdracht('themas', 'Themas', 'Stel vast waar de zaak over gaat.'),
  opdracht('antwoorden', 'Antwoord', 'Leg het antwoord vast: de klok stopt.'),
  opdracht('uitkomsten', 'Uitkomst', 'Leg vast wat er met een advies is gedaan.'),
  opdracht('uitvoeringen', 'Uitvoering', 'Meld dat het is uitgevoerd.'),
  opdracht('afdoeningen', 'Afdoening', 'Stel voor een toezegging of motie af te doen.'),
  opdracht('afdoeningen/aanvaardingen', 'Aanvaarding', 'De afdoening is aanvaard.'),
  opdracht('afdoeningen/weigeringen', 'Weigering', 'De afdoening is niet aanvaard.'),
  opdracht('sluitingen', 'Sluiting', 'Sluit de zaak.'),
  opdracht('heropeningen', 'Heropening', 'Heropen de zaak.'),
];

const zaakPad = '/v1/zaken/{zaakId}';

const deadlineMonitor: readonly Endpoint[] = [
  opdracht('afspraken', 'Afspraak', 'Leg een andere datum vast.', 'deadline-monitor'),
  opdracht('tussenberichten', 'Tussenbericht', 'Meld een tussenbericht.', 'deadline-monitor'),
  opdracht('contacten', 'Contact', 'Meld mondeling contact.', 'deadline-monitor'),
  {
    method: 'get',
    path: `${zaakPad}/termijn`,
    tag: 'deadline-monitor',
    samenvatting: 'Geef de termijn van een zaak, met het bewijs.',
    params: ['zaakId'],
    query: 'peildatumVraag',
    antwoorden: { 200: 'ZaakTermijn' },
    problemen: [400, 404],
  },
  {
    method: 'get',
    path: '/v1/signalen',
    tag: 'deadline-monitor',
    samenvatting: 'Geef de waarschuwingen die gelden: over termijnen, stilte en tussenberichten.',
    query: 'signalenVraag',
    antwoorden: { 200: 'SignalenLijst' },
    problemen: [400],
  },
  {
    method: 'get',
    path: '/v1/berichten',
    tag: 'deadline-monitor',
    samenvatting: 'Geef de berichten aan ontvangers, en of ze zijn bezorgd.',
    query: 'berichtenVraag',
    antwoorden: { 200: 'BerichtenLijst' },
    problemen: [400],
  },
  {
    method: 'get',
    path: '/v1/termijnen',
    tag: 'deadline-monitor',
    samenvatting: 'Bereken een termijn zonder zaak.',
    query: 'termijnenVraag',
    antwoorden: { 200: 'TermijnBerekening' },
    problemen: [400],
  },
  {
    method: 'get',
    path: '/v1/kalender',
    tag: 'deadline-monitor',
    samenvatting: 'Geef de kalender: hoe ver zij reikt, en elke vrije dag met haar bron.',
    query: 'kalenderVraag',
    antwoorden: { 200: 'KalenderOverzicht' },
    problemen: [400],
  },
];

const algemeen: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/v1/openapi.json',
    tag: 'algemeen',
    samenvatting: 'Geef dit document.',
    antwoorden: { 200: 'ApiDocument' },
  },
  {
    method: 'get',
    path: '/health/live',
    tag: 'algemeen',
    samenvatting: 'Zeg of het proces draait.',
    antwoorden: { 200: 'Leeft' },
  },
  {
    method: 'get',
    path: '/health/ready',
    tag: 'algemeen',
    samenvatting: 'Zeg of het proces zijn werk kan doen.',
    antwoorden: { 200: 'Gereed' },
  },
];

/** Everything that the API can do. A route that is not here does not exist, and the reverse. */
export const endpoints: readonly Endpoint[] = [
  ...intake,
  ...routing,
  ...deadlineMonitor,
  ...reporting,
  ...algemeen,
];
