import { Inject } from '@nestjs/common';
import type { ICommandHandler } from '@nestjs/cqrs';
import { Command, CommandHandler } from '@nestjs/cqrs';
import { zaakDecider } from '@wijkspoor/domain';
import type { Instant } from '@wijkspoor/kernel';
import { carryOut, EVENT_LOG } from '@wijkspoor/platform';
import type { EventLog } from '@wijkspoor/ports';
import type { Opdracht, OpdrachtVerwerkt } from '@wijkspoor/wire';

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

  async execute(asked: VoerUit): Promise<OpdrachtVerwerkt> {
    return carryOut(this.log, zaakDecider, asked);
  }
}
