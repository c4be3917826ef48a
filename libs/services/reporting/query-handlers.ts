import { Inject } from '@nestjs/common';
import type { IQueryHandler } from '@nestjs/cqrs';
import { QueryHandler } from '@nestjs/cqrs';
import type { Gemeente } from '@wijkspoor/domain';
import { weigering } from '@wijkspoor/domain';
import { EVENT_LOG, GEMEENTE } from '@wijkspoor/platform';
import type { EventLog } from '@wijkspoor/ports';
import type { DataSource } from 'typeorm';
import {
  openZaken,
  teLaat,
  wijkenStand,
  wijkOverzicht,
  zaakDetail,
  zakenLijst,
} from '@wijkspoor/views';
import { zaakCodec } from '@wijkspoor/wire';
import {
  BekijkWatAls,
  GeefWijken,
  GeefWijkOverzicht,
  GeefZaak,
  ZoekTeLaat,
  ZoekZaken,
} from './queries.ts';
import { VIEWS } from './views.ts';
import { bekijk } from './wat-als/bekijk.ts';
import { uitkomstVan } from './wat-als/uitkomst.ts';

@QueryHandler(GeefWijken)
class GeefWijkenHandler implements IQueryHandler<GeefWijken> {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(GEMEENTE) private readonly gemeente: Gemeente,
  ) {}

  async execute({ peildatum }: GeefWijken) {
    return wijkenStand(this.views, peildatum, this.gemeente);
  }
}

@QueryHandler(GeefWijkOverzicht)
class GeefWijkOverzichtHandler implements IQueryHandler<GeefWijkOverzicht> {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(GEMEENTE) private readonly gemeente: Gemeente,
  ) {}

  async execute({ wijk, peildatum }: GeefWijkOverzicht) {
    return wijkOverzicht(this.views, wijk, peildatum, this.gemeente);
  }
}

@QueryHandler(ZoekZaken)
class ZoekZakenHandler implements IQueryHandler<ZoekZaken> {
  constructor(@Inject(VIEWS) private readonly views: DataSource) {}

  async execute({ filter }: ZoekZaken) {
    return zakenLijst(this.views, filter);
  }
}

/** Answers from the log itself, so that it is never behind (decision 5). */
@QueryHandler(GeefZaak)
class GeefZaakHandler implements IQueryHandler<GeefZaak> {
  constructor(@Inject(EVENT_LOG) private readonly log: EventLog) {}

  async execute({ zaakId, peildatum }: GeefZaak) {
    const events = (await this.log.read(zaakId)).map((stored) => zaakCodec.decode(stored));
    const detail = zaakDetail(events, peildatum);
    if (!detail) throw weigering('zaak-onbekend', { zaakId });
    return detail;
  }
}

@QueryHandler(ZoekTeLaat)
class ZoekTeLaatHandler implements IQueryHandler<ZoekTeLaat> {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(GEMEENTE) private readonly gemeente: Gemeente,
  ) {}

  async execute({ filter }: ZoekTeLaat) {
    return teLaat(this.views, this.gemeente, filter);
  }
}

/** Looks at the view for which cases are open, and at the log for what is known of them. */
@QueryHandler(BekijkWatAls)
class BekijkWatAlsHandler implements IQueryHandler<BekijkWatAls> {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(GEMEENTE) private readonly gemeente: Gemeente,
  ) {}

  async execute({ voorstel }: BekijkWatAls) {
    const bekeken = await bekijk(this.log, voorstel, await openZaken(this.views));
    return uitkomstVan(voorstel, bekeken, this.gemeente);
  }
}

export const queryHandlers = [
  GeefWijkenHandler,
  GeefWijkOverzichtHandler,
  ZoekZakenHandler,
  GeefZaakHandler,
  ZoekTeLaatHandler,
  BekijkWatAlsHandler,
];
