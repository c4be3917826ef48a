import type { WijkspoorEvent } from '../stored.ts';

/* What the AsyncAPI document shows, in the codes of the invented town. A spec validates it. */

const bron = 'urn:nld:oin:00000001001234567000:systeem:balie';
const zaakId = 'zaak-4c2f6f0e-7a51-5b0e-9d7c-2f1f4f6f8a10';
const dag = '2026-03-02';

const attributen = { specversion: '1.0', source: bron, time: '2026-03-02T09:30:00Z' };

const vraag = {
  soort: 'wijkhubvraag',
  kanaal: 'huiskamer',
  wijken: ['molenbuurt'],
  onderwerp: 'Lekkage in het portiek',
  tekst: 'De regen komt bij elke bui door het dak van ons portiek.',
  ontvangenOp: dag,
};

const bezoek = {
  wijken: ['molenbuurt'],
  bezoekOp: dag,
  wethouder: 'leefomgeving',
  vragen: [{ id: 'v1', onderwerp: 'Dak', tekst: 'Wanneer wordt het dak gemaakt?' }],
};

/** Messages as a channel sends them, whole, by the type of CloudEvent. */
export const aanmeldingen = {
  zaak: {
    ...attributen,
    id: 'melding-2026-0113',
    type: 'nl.wijkspoor.zaak-aangemeld.v1',
    data: vraag,
  },
  werkbezoek: {
    ...attributen,
    id: 'bezoek-2026-07',
    type: 'nl.wijkspoor.werkbezoek-aangemeld.v1',
    data: bezoek,
  },
} as const;

const probleem = {
  type: '/problemen/ongeldige-invoer',
  status: 400,
  title: 'De invoer klopt niet',
  detail: 'Er is niets opgeslagen. Verbeter wat bij fouten staat en stuur het opnieuw.',
  code: 'ongeldige-invoer',
  fouten: [{ pointer: '/data/tekst', melding: 'is verplicht, maar ontbreekt' }],
} as const;

export const afgewezen = {
  specversion: '1.0',
  id: 'wijkspoor.aanmeldingen.v1/3/42',
  source: 'urn:nld:oin:99999999999999999999:systeem:wijkspoor',
  type: 'nl.wijkspoor.aanmelding-afgewezen.v1',
  time: '2026-03-02T09:30:02.123Z',
  subject: 'balie',
  datacontenttype: 'application/json',
  data: {
    probleem,
    aantalFouten: 1,
    origineel: {
      topic: 'wijkspoor.aanmeldingen.v1',
      partitie: 3,
      offset: '42',
      geplaatstOp: '2026-03-02T09:30:01.000Z',
      sleutel: 'balie',
      bron,
      id: 'melding-2026-0114',
      bytes: 312,
      koppen: { 'content-type': 'application/cloudevents+json' },
      inhoud: 'eyJzcGVjdmVyc2lvbiI6IjEuMCJ9',
    },
  },
} as const;

type Gegevens = { [T in WijkspoorEvent['type']]?: Extract<WijkspoorEvent, { type: T }>['data'] };

/** The data of some events as they stand in the log and on Kafka. */
export const gebeurtenissen: Gegevens = {
  VraagGeregistreerd: {
    zaakId,
    aanmelding: { bron, id: 'melding-2026-0113' },
    kanaal: 'huiskamer',
    wijken: ['molenbuurt'],
    themas: [],
    onderwerp: vraag.onderwerp,
    tekst: vraag.tekst,
    ontvangenOp: dag,
    kenmerken: [],
  },
  ZaakToegewezen: {
    zaakId,
    door: 'wijk-mt:molenbuurt',
    behandelaar: 'wijk-mt:molenbuurt',
    toegewezenOp: dag,
  },
  TermijnOverschreden: {
    zaakId,
    door: 'systeem:deadline-monitor',
    revisie: 1,
    einde: '2026-04-13',
    vastgesteldOp: '2026-04-14',
  },
  AntwoordGegeven: {
    zaakId,
    door: 'wijk-mt:molenbuurt',
    vorm: 'schriftelijk',
    antwoordOp: '2026-03-16',
    inhoud: 'Het dak wordt in april gemaakt.',
  },
};
