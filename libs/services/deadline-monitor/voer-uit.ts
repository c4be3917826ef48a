import { Inject } from '@nestjs/common';
import type { ICommandHandler } from '@nestjs/cqrs';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { Gemeente, Zaak, ZaakCommand, ZaakEvent } from '@wijkspoor/domain';
import { zaakDeciderIn } from '@wijkspoor/domain';
import { handle } from '@wijkspoor/flow';
import type { Decider, Instant } from '@wijkspoor/kernel';
import { causeOf, EVENT_LOG, GEMEENTE } from '@wijkspoor/platform';
import type { EventLog } from '@wijkspoor/ports';
import type { Opdracht, OpdrachtVerwerkt } from '@wijkspoor/wire';
import { eventId, zaakCodec } from '@wijkspoor/wire';

/** What somebody may agree or tell while the clock runs. */
export type Termijnopdracht = Opdracht<
  'SpreekTermijnAf' | 'VerzendTussenbericht' | 'LegContactVast'
>;

/** Carries out what a request asks of a case's clock. */
export class VoerUit extends Command<OpdrachtVerwerkt> {
  constructor(
    readonly opdracht: Termijnopdracht,
    readonly now: Instant,
    /** Of the request: ties together all that follows from it. */
    readonly id: string,
  ) {
    super();
  }
}

@CommandHandler(VoerUit)
export class VoerUitHandler implements ICommandHandler<VoerUit> {
  private readonly decider: Decider<Zaak, ZaakCommand, ZaakEvent>;

  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(GEMEENTE) gemeente: Gemeente,
  ) {
    this.decider = zaakDeciderIn(gemeente);
  }

  async execute({ opdracht, now, id }: VoerUit): Promise<OpdrachtVerwerkt> {
    const { type, data, reden } = opdracht;
    const handling = { log: this.log, codec: zaakCodec, decider: this.decider, eventId };
    const command = { type, data: { ...data, now } } as ZaakCommand;
    const cause = causeOf({ id }, data.door, reden);
    const { events, revision } = await handle(handling, data.zaakId, command, cause);
    const gebeurtenissen = events.map((event) => event.type);
    return { zaakId: data.zaakId, revisie: Number(revision), gebeurtenissen };
  }
}
