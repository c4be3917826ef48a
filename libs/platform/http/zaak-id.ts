import type { ZaakId } from '@wijkspoor/domain';
import { weigering } from '@wijkspoor/domain';
import { isZaakId } from '@wijkspoor/wire';
import type { FastifyRequest } from 'fastify';

/** The case that stands in the address of a request. What cannot be a case's id is no case. */
export function zaakIdOf({ params }: Pick<FastifyRequest, 'params'>): ZaakId {
  const { zaakId = '' } = params as { zaakId?: string };
  if (!isZaakId(zaakId)) throw weigering('zaak-onbekend', { zaakId });
  return zaakId;
}
