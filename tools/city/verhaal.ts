import type { Aanmelding, Datum } from '@wijkspoor/domain';

/** One CloudEvent as `POST /v1/aanmeldingen` takes it. */
export type Bericht = Readonly<{
  specversion: '1.0';
  id: string;
  source: string;
  type: 'nl.wijkspoor.zaak-aangemeld.v1' | 'nl.wijkspoor.werkbezoek-aangemeld.v1';
  time: string;
  datacontenttype: 'application/json';
  data: Readonly<Record<string, unknown>>;
}>;

export type Body = Readonly<Record<string, unknown>>;

/** What happened to a case later: a line of `vervolg.ndjson`, and its day for the sorting. */
export type Stap = Readonly<{ op: Datum; zaak: Aanmelding; pad: Pad; body: Body }>;

/** How a case came in and went on. */
export type Verhaal = Readonly<{ bericht: Bericht; stappen: readonly Stap[] }>;

/** Per command: the field that holds its day, if it has one. */
export const dagveld = {
  toewijzingen: undefined,
  themas: undefined,
  antwoorden: 'antwoordOp',
  uitkomsten: 'vastgesteldOp',
  uitvoeringen: 'uitgevoerdOp',
  afdoeningen: 'voorgesteldOp',
  'afdoeningen/aanvaardingen': 'aanvaardOp',
  'afdoeningen/weigeringen': 'geweigerdOp',
  sluitingen: 'geslotenOp',
  heropeningen: 'heropendOp',
  afspraken: 'afgesprokenOp',
  tussenberichten: 'verzondenOp',
  contacten: 'contactOp',
} as const;

export type Pad = keyof typeof dagveld;

/** The sources of the sample city: what the public letters say, and what was made up. */
export const bronnen = { brieven: 'voorbeeld:brieven', verzonnen: 'voorbeeld:verzonnen' } as const;

/** Stands on the last line of every text that was made up. */
export const merkteken = '[verzonnen voorbeeld]';

export function zaakBericht(
  bron: string,
  id: string,
  data: Body & { ontvangenOp: Datum },
): Bericht {
  const type = 'nl.wijkspoor.zaak-aangemeld.v1';
  return { ...envelop, id, source: bron, type, time: `${data.ontvangenOp}T16:00:00Z`, data };
}

export function bezoekBericht(bron: string, id: string, data: Body & { bezoekOp: Datum }): Bericht {
  const type = 'nl.wijkspoor.werkbezoek-aangemeld.v1';
  return { ...envelop, id, source: bron, type, time: `${data.bezoekOp}T16:00:00Z`, data };
}

const envelop = { specversion: '1.0', datacontenttype: 'application/json' } as const;
