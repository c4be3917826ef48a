import { Inject } from '@nestjs/common';
import type { IQueryHandler } from '@nestjs/cqrs';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { Datum, Gemeente, ZaakId } from '@wijkspoor/domain';
import { isRegistratie, termijnstaatOp, weigering } from '@wijkspoor/domain';
import { EVENT_LOG, GEMEENTE } from '@wijkspoor/platform';
import type { EventLog } from '@wijkspoor/ports';
import type { ZaakTermijn } from '@wijkspoor/wire';
import { zaakCodec } from '@wijkspoor/wire';
import { termijnblad } from './termijnblad.ts';

/** The term of a case with its proof, as it stood on a day. */
export class GeefTermijn extends Query<ZaakTermijn> {
  constructor(
    readonly zaakId: ZaakId,
    readonly peildatum: Datum,
  ) {
    super();
  }
}

/** Answers from the log itself, so that it is never behind (decision 5). */
@QueryHandler(GeefTermijn)
export class GeefTermijnHandler implements IQueryHandler<GeefTermijn> {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(GEMEENTE) private readonly gemeente: Gemeente,
  ) {}

  async execute({ zaakId, peildatum }: GeefTermijn): Promise<ZaakTermijn> {
    const events = (await this.log.read(zaakId)).map((stored) => zaakCodec.decode(stored));
    if (!events[0] || !isRegistratie(events[0])) throw weigering('zaak-onbekend', { zaakId });
    return termijnblad(termijnstaatOp(events, peildatum), peildatum, this.gemeente);
  }
}
