import { Inject } from '@nestjs/common';
import type { ICommandHandler } from '@nestjs/cqrs';
import { Command, CommandHandler } from '@nestjs/cqrs';
import { BadInput, Refused } from '@wijkspoor/kernel';
import { DEUREN, EVENT_LOG, problemOf } from '@wijkspoor/platform';
import type { EventLog } from '@wijkspoor/ports';
import type { AanmeldingenVerwerkt, Aanmeldresultaat, Deuren } from '@wijkspoor/wire';
import type { Binnenkomst } from './neem-aan.ts';
import { neemAan } from './neem-aan.ts';
import { proeflog } from './proeflog.ts';

/** The most messages in one batch. */
export const reeksMax = 500;

/** Takes in a batch of CloudEvents: each is taken or refused by itself. */
export class NeemReeksAan extends Command<AanmeldingenVerwerkt> {
  constructor(
    readonly berichten: readonly unknown[],
    readonly binnenkomst: Binnenkomst,
  ) {
    super();
  }
}

@CommandHandler(NeemReeksAan)
export class NeemReeksAanHandler implements ICommandHandler<NeemReeksAan> {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(DEUREN) private readonly deuren: Deuren,
  ) {}

  // Side by side, so that the whole batch shares a commit.
  async execute({ berichten, binnenkomst }: NeemReeksAan): Promise<AanmeldingenVerwerkt> {
    const log = binnenkomst.proef ? proeflog(this.log) : this.log;
    const resultaten = await Promise.all(
      berichten.map((bericht, index) => this.neemEenAan(log, { bericht, index }, binnenkomst)),
    );
    const geweigerd = resultaten.filter(({ uitkomst }) => uitkomst === 'geweigerd').length;
    return { aangenomen: resultaten.length - geweigerd, geweigerd, resultaten };
  }

  // Only what is wrong with this message is its own result; a log that is gone fails the batch.
  private async neemEenAan(
    log: EventLog,
    { bericht, index }: { bericht: unknown; index: number },
    binnenkomst: Binnenkomst,
  ): Promise<Aanmeldresultaat> {
    const herkomst = { index, ...herkomstVan(bericht) };
    try {
      const melding = this.deuren.cloudEvent(bericht, binnenkomst.now);
      const antwoord = await neemAan(log, melding, binnenkomst);
      const id =
        'zaakId' in antwoord
          ? { zaakId: antwoord.zaakId }
          : { werkbezoekId: antwoord.werkbezoekId };
      return { ...herkomst, uitkomst: 'aangenomen', ...id };
    } catch (error) {
      if (!(error instanceof BadInput) && !(error instanceof Refused)) throw error;
      return { ...herkomst, uitkomst: 'geweigerd', probleem: problemOf(error) };
    }
  }
}

function herkomstVan(bericht: unknown): { bron?: string; id?: string } {
  const { source, id } = (bericht ?? {}) as Record<string, unknown>;
  return {
    ...(typeof source === 'string' && { bron: source }),
    ...(typeof id === 'string' && { id }),
  };
}
