import type { Datum } from '@wijkspoor/domain';
import type { Recorded } from '@wijkspoor/kernel';
import type { WijkspoorEvent, ZaakAfspraak, ZaakDetail, ZaakGebeurtenis } from '@wijkspoor/wire';
import { samenvatting } from './samenvatting.ts';
import type { Termijnrevisie, ZaakRij } from './zaken.row.ts';
import { vouwAlles } from './zaken.view.ts';

/**
 * A case with its whole history, folded from the events of its stream: as new as the log itself.
 * Nothing for a stream without events. How the case stands is how it stands now; only the judgement
 * depends on the day.
 */
export function zaakDetail(
  events: readonly Recorded<WijkspoorEvent>[],
  peildatum: Datum,
): ZaakDetail | undefined {
  const rij = vouwAlles(events);
  return rij && { ...detail(rij, peildatum), geschiedenis: events.map(gebeurtenis) };
}

function detail(rij: ZaakRij, peildatum: Datum): Omit<ZaakDetail, 'geschiedenis'> {
  const { tekst, aanmeldingBron: bron, aanmeldingId: id, werkbezoekId } = rij;
  const { uitkomst, uitgevoerdOp, afdoening, geslotenOp, sluitgrond, heropend } = rij;
  return {
    ...samenvatting(rij, peildatum),
    ...{ tekst, aanmelding: { bron, id }, werkbezoekId, uitkomst, uitgevoerdOp, afdoening },
    ...{ geslotenOp, sluitgrond, heropend, afspraken: rij.termijnen.flatMap(afspraakIn) },
  };
}

function afspraakIn({ revisie, einde, sinds, waarom, afspraak }: Termijnrevisie): ZaakAfspraak[] {
  return afspraak ? [{ revisie, einde, afgesprokenOp: sinds, reden: waarom, ...afspraak }] : [];
}

function gebeurtenis({ type, data, revision, recordedAt, meta }: Recorded<WijkspoorEvent>) {
  const { actor, reason, correlationId, causationId } = meta;
  const reden = reason ?? ('reden' in data ? data.reden : undefined);
  return {
    ...{ revisie: revision, gebeurtenis: type, op: recordedAt, door: actor },
    ...(reden === undefined ? {} : { reden }),
    ...{ correlatieId: correlationId, oorzaakId: causationId, gegevens: { ...data } },
  } satisfies ZaakGebeurtenis;
}
