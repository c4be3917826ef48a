import type { Datum, Gemeente } from '@wijkspoor/domain';
import type { TeLaatFilter } from '@wijkspoor/views';
import type { ZakenTeLaat } from '@wijkspoor/wire';

/** What a page of late cases is about. */
export type Pagina = Readonly<{
  gemeente: Gemeente;
  wat: 'adviezen' | 'zaken';
  filter: TeLaatFilter & Readonly<{ soort?: string | undefined }>;
  aantallen: ZakenTeLaat['aantallen'];
  vandaag: Datum;
}>;
