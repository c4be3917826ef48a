import { Inject } from '@nestjs/common';
import type { ICommandHandler } from '@nestjs/cqrs';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { Gemeente, ZaakCommand } from '@wijkspoor/domain';
import { zaakDeciderIn } from '@wijkspoor/domain';
import { handle } from '@wijkspoor/flow';
import type { Instant } from '@wijkspoor/kernel';
import type { EventLog } from '@wijkspoor/ports';
import type { Opdrachtdeuren, OpdrachtVerwerkt } from '@wijkspoor/wire';
import { eventId, zaakCodec } from '@wijkspoor/wire';
import { causeOf } from './http/correlation.ts';
import { EVENT_LOG, GEMEENTE } from './tokens.ts';

/** What a request asks of a case, as its door lets it in. */
export class VoerUit extends Command<OpdrachtVerwerkt> {
  constructor(
    readonly opdracht: ReturnType<Opdrachtdeuren[keyof Opdrachtdeuren]>,
    readonly now: Instant,
    /** Of the request: ties together all that follows from it. */
    readonly id: string,
  ) {
    super();
  }
}

/** Does it, by the rules of the municipality, and says what came of it. */
@CommandHandler(VoerUit)
export class VoerUitHandler implements ICommandHandler<VoerUit> {
  private readonly decider: ReturnType<typeof zaakDeciderIn>;

  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(GEMEENTE) gemeente: Gemeente,
  ) {
    this.decider = zaakDeciderIn(gemeente);
  }

  async execute({ opdracht, now, id }: VoerUit): Promise<OpdrachtVerwerkt> {
    const { type, data, reden } = opdracht;
    const command = { type, data: { ...data, now } } as ZaakCommand;
    const handling = { log: this.log, codec: zaakCodec, decider: this.decider, eventId };
    const cause = causeOf({ id }, data.door, reden);
    const { events, revision } = await handle(handling, data.zaakId, command, cause);
    const gebeurtenissen = events.map((event) => event.type);
    return { zaakId: data.zaakId, revisie: Number(revision), gebeurtenissen };
  }
}
