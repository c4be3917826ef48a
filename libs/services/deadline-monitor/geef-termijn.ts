import { Inject } from '@nestjs/common';
import type { IQueryHandler } from '@nestjs/cqrs';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { BestaandeZaak, Datum, Zaak, ZaakEvent, ZaakId } from '@wijkspoor/domain';
import { dagenTeLaat, oordeel, soortVan, weigering, zaakDecider } from '@wijkspoor/domain';
import { EVENT_LOG } from '@wijkspoor/platform';
import type { EventLog } from '@wijkspoor/ports';
import type { ZaakTermijn } from '@wijkspoor/wire';
import { zaakCodec } from '@wijkspoor/wire';

/** The term of a case with its proof, as seen on a day. */
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
  constructor(@Inject(EVENT_LOG) private readonly log: EventLog) {}

  async execute({ zaakId, peildatum }: GeefTermijn): Promise<ZaakTermijn> {
    const events = (await this.log.read(zaakId)).map((stored) => zaakCodec.decode(stored));
    const zaak = events.reduce<Zaak>(zaakDecider.evolve, zaakDecider.initial);
    if (zaak.status === 'onbekend') throw weigering('zaak-onbekend', { zaakId });
    return termijnVan(zaak, events.reduce(metRevisie, []), peildatum);
  }
}

type Revisies = ZaakTermijn['revisies'];

function termijnVan(zaak: BestaandeZaak, revisies: Revisies, peildatum: Datum): ZaakTermijn {
  const { registratie, looptijd, gestoptOp } = zaak;
  const klok = { einde: looptijd?.einde ?? null, gestoptOp: gestoptOp ?? null };
  const berekend = revisies.filter(({ bewijs }) => bewijs).at(-1);
  return {
    zaakId: registratie.data.zaakId,
    soort: soortVan(registratie),
    peildatum,
    ...klok,
    oordeel: oordeel(klok, peildatum),
    dagenTeLaat: dagenTeLaat(klok, peildatum),
    bewijs: (looptijd && berekend?.bewijs) ?? null,
    revisies,
  };
}

// Every date that ever held, with how it came to be: worked out by the rule, or agreed.
function metRevisie(revisies: Revisies, event: ZaakEvent): Revisies {
  if (event.type === 'TermijnGestart') {
    const { revisie, einde } = event.data;
    const bewijs = { ...event.data.bewijs, stappen: [...event.data.bewijs.stappen] };
    return [...revisies, { revisie, einde, bewijs, afspraak: null, overschredenOp: null }];
  }
  if (event.type === 'TermijnAfgesproken') {
    const { zaakId: _zaakId, door: _door, ...afspraak } = event.data;
    const { revisie, einde } = afspraak;
    return [...revisies, { revisie, einde, bewijs: null, afspraak, overschredenOp: null }];
  }
  if (event.type !== 'TermijnOverschreden') return revisies;
  const { revisie, vastgesteldOp } = event.data;
  return revisies.map((eerder) =>
    eerder.revisie === revisie ? { ...eerder, overschredenOp: vastgesteldOp } : eerder,
  );
}
