import { Inject } from '@nestjs/common';
import type { ICommandHandler } from '@nestjs/cqrs';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ZaakCommand } from '@wijkspoor/domain';
import { zaakDecider } from '@wijkspoor/domain';
import { handle } from '@wijkspoor/flow';
import type { Instant } from '@wijkspoor/kernel';
import { causeOf, EVENT_LOG } from '@wijkspoor/platform';
import type { EventLog } from '@wijkspoor/ports';
import type { Opdracht, OpdrachtVerwerkt } from '@wijkspoor/wire';
import { eventId, zaakCodec } from '@wijkspoor/wire';

/** What somebody who has a case may want done with it. */
export type Routingopdracht = Opdracht<
  | 'WijsToe'
  | 'StelThemasVast'
  | 'GeefAntwoord'
  | 'StelUitkomstVast'
  | 'MeldUitvoering'
  | 'StelAfdoeningVoor'
  | 'AanvaardAfdoening'
  | 'WeigerAfdoening'
  | 'SluitZaak'
  | 'HeropenZaak'
>;

/** Carries out what a request asks of a case. */
export class VoerUit extends Command<OpdrachtVerwerkt> {
  constructor(
    readonly opdracht: Routingopdracht,
    readonly now: Instant,
    /** Of the request: ties together all that follows from it. */
    readonly id: string,
  ) {
    super();
  }
}

@CommandHandler(VoerUit)
export class VoerUitHandler implements ICommandHandler<VoerUit> {
  constructor(@Inject(EVENT_LOG) private readonly log: EventLog) {}

  async execute({ opdracht, now, id }: VoerUit): Promise<OpdrachtVerwerkt> {
    const { type, data, reden } = opdracht;
    const handling = { log: this.log, codec: zaakCodec, decider: zaakDecider, eventId };
    const command = { type, data: { ...data, now } } as ZaakCommand;
    const cause = causeOf({ id }, data.door, reden);
    const { events, revision } = await handle(handling, data.zaakId, command, cause);
    const gebeurtenissen = events.map((event) => event.type);
    return { zaakId: data.zaakId, revisie: Number(revision), gebeurtenissen };
  }
}
