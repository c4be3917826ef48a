import { Query } from '@nestjs/cqrs';
import type { Datum, Voorstel, ZaakId } from '@wijkspoor/domain';
import type { TeLaatFilter, ZakenFilter } from '@wijkspoor/views';
import type {
  WatAlsUitkomst,
  WijkenLijst,
  WijkOverzicht,
  ZaakDetail,
  ZakenLijst,
  ZakenTeLaat,
} from '@wijkspoor/wire';

/** Every wijk with what stands open in it. */
export class GeefWijken extends Query<WijkenLijst> {
  constructor(readonly peildatum: Datum) {
    super();
  }
}

/** One wijk in numbers. */
export class GeefWijkOverzicht extends Query<WijkOverzicht> {
  constructor(
    readonly wijk: string,
    readonly peildatum: Datum,
  ) {
    super();
  }
}

/** A page of the list of cases. */
export class ZoekZaken extends Query<ZakenLijst> {
  constructor(readonly filter: ZakenFilter) {
    super();
  }
}

/** One case with its history. */
export class GeefZaak extends Query<ZaakDetail> {
  constructor(
    readonly zaakId: ZaakId,
    readonly peildatum: Datum,
  ) {
    super();
  }
}

/** A page of the cases that are late. */
export class ZoekTeLaat extends Query<ZakenTeLaat> {
  constructor(readonly filter: TeLaatFilter) {
    super();
  }
}

/** What other rules would do to the open cases. */
export class BekijkWatAls extends Query<WatAlsUitkomst> {
  constructor(readonly voorstel: Voorstel) {
    super();
  }
}
