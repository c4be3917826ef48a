import { Inject } from '@nestjs/common';
import type { ICommandHandler } from '@nestjs/cqrs';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { Gemeente, zaakDecider } from '@wijkspoor/domain';
import { zaakDeciderIn } from '@wijkspoor/domain';
import type { Instant } from '@wijkspoor/kernel';
import { carryOut, EVENT_LOG, GEMEENTE } from '@wijkspoor/platform';
import type { EventLog } from '@wijkspoor/ports';
import type { Opdracht, OpdrachtVerwerkt } from '@wijkspoor/wire';

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
  private readonly decider: typeof zaakDecider;

  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(GEMEENTE) gemeente: Gemeente,
  ) {
    this.decider = zaakDeciderIn(gemeente);
  }

  async execute(asked: VoerUit): Promise<OpdrachtVerwerkt> {
    return carryOut(this.log, this.decider, asked);
  }
}
