import type { Datum, Oordeel, Soort } from '@wijkspoor/domain';
import type { ZaakSamenvatting } from '../http/zaak.ts';

/** The filters of `GET /v1/zaken`. */
export type ZakenVraag = Readonly<{
  soort?: Soort;
  status?: ZaakSamenvatting['status'];
  wijk?: string;
  thema?: string;
  behandelaar?: string;
  kanaal?: string;
  oordeel?: Oordeel;
  kenmerk?: string;
  peildatum?: Datum;
  limiet: number;
  na?: string;
}>;

/** A question that can be asked about any day. */
export type PeildatumVraag = Readonly<{ peildatum?: Datum }>;

export type TeLaatVraag = Readonly<{ peildatum?: Datum; wijk?: string }>;

export type AanmeldingenVraag = Readonly<{ proef: boolean }>;
