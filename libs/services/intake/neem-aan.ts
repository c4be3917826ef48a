import { Inject } from '@nestjs/common';
import type { ICommandHandler } from '@nestjs/cqrs';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { Registratie, WerkbezoekEvent } from '@wijkspoor/domain';
import { soortVan, weigering, werkbezoekDecider, zaakDecider } from '@wijkspoor/domain';
import { handle } from '@wijkspoor/flow';
import type { Instant } from '@wijkspoor/kernel';
import { Refused } from '@wijkspoor/kernel';
import { causeOf, EVENT_LOG } from '@wijkspoor/platform';
import type { EventLog } from '@wijkspoor/ports';
import type {
  Melding,
  WerkbezoekAangenomen,
  WerkbezoekMelding,
  ZaakAangenomen,
  ZaakMelding,
} from '@wijkspoor/wire';
import { eventId, werkbezoekCodec, zaakCodec } from '@wijkspoor/wire';
import { proeflog } from './proeflog.ts';
import { itemIdVan, verschillenInBericht } from './verschillen.ts';

/** What is the same for everything that one request brings. */
export type Binnenkomst = Readonly<{
  now: Instant;
  /** Ties together all that follows from the request. */
  id: string;
  /** Judge only; store nothing. */
  proef: boolean;
}>;

/** What the sender hears. The same message again hears the same. */
export type Aangenomen = ZaakAangenomen | WerkbezoekAangenomen;

/** Takes in one message: a case, or a visit with its cases. */
export class NeemAan extends Command<Aangenomen> {
  constructor(
    readonly melding: Melding,
    readonly binnenkomst: Binnenkomst,
  ) {
    super();
  }
}

@CommandHandler(NeemAan)
export class NeemAanHandler implements ICommandHandler<NeemAan> {
  constructor(@Inject(EVENT_LOG) private readonly log: EventLog) {}

  async execute({ melding, binnenkomst }: NeemAan): Promise<Aangenomen> {
    const log = binnenkomst.proef ? proeflog(this.log) : this.log;
    return neemAan(log, melding, binnenkomst);
  }
}

/** Stores what a message brings, and answers once it is durable. */
export async function neemAan(
  log: EventLog,
  melding: Melding,
  binnenkomst: Binnenkomst,
): Promise<Aangenomen> {
  return melding.soort === 'zaak'
    ? neemZaakAan(log, melding, binnenkomst)
    : neemWerkbezoekAan(log, melding, binnenkomst);
}

async function neemZaakAan(
  log: EventLog,
  { registratie, door }: ZaakMelding,
  { now, id, proef }: Binnenkomst,
): Promise<ZaakAangenomen> {
  const { zaakId } = registratie.data;
  const handling = { log, codec: zaakCodec, decider: zaakDecider, eventId };
  const command = { type: 'RegistreerZaak', data: { registratie, now } } as const;
  const cause = { ...causeOf({ id }, door), isNew: !proef };
  await handle(handling, zaakId, command, cause);
  return { zaakId, soort: soortVan(registratie), zaak: `/v1/zaken/${zaakId}` };
}

// The visit is stored as one fact; a reaction opens its cases, so that nothing is half done.
async function neemWerkbezoekAan(
  log: EventLog,
  { werkbezoek, door }: WerkbezoekMelding,
  { now, id, proef }: Binnenkomst,
): Promise<WerkbezoekAangenomen> {
  const { werkbezoekId, registraties } = werkbezoek;
  const handling = { log, codec: werkbezoekCodec, decider: werkbezoekDecider, eventId };
  const command = { type: 'LegWerkbezoekVast', data: { werkbezoek, now } } as const;
  const cause = { ...causeOf({ id }, door), isNew: !proef };
  await handle(handling, werkbezoekId, command, cause).catch(async (error: unknown) => {
    throw await metVerschillen(error, log, werkbezoek);
  });
  return { werkbezoekId, zaken: registraties.map(zaakUitWerkbezoek) };
}

function zaakUitWerkbezoek(registratie: Registratie): WerkbezoekAangenomen['zaken'][number] {
  const { zaakId } = registratie.data;
  return { id: itemIdVan(registratie.data), soort: soortVan(registratie), zaakId };
}

// The rules compare visits as they are stored; the sender asks what differs in the message.
async function metVerschillen(
  error: unknown,
  log: EventLog,
  werkbezoek: WerkbezoekEvent['data'],
): Promise<unknown> {
  if (!(error instanceof Refused) || error.code !== 'aanmelding-wijkt-af') return error;
  const [stored] = await log.read(werkbezoek.werkbezoekId);
  if (!stored) return error;
  const verschillen = verschillenInBericht(werkbezoekCodec.decode(stored).data, werkbezoek);
  return weigering('aanmelding-wijkt-af', { ...error.facts, verschillen });
}
