import { randomUUID } from 'node:crypto';
import type { StreamId } from '@wijkspoor/kernel';
import type { NewEvent } from '@wijkspoor/ports';

const text =
  'De stoep aan de Oranjeboomstraat ligt los en oudere bewoners struikelen er. Kan dit voor de ' +
  'herfst hersteld worden, en wie laat ons weten wanneer? “Dank u” — bewoners van de wijkhub. ';

const rest = { kanaal: 'wijkhub', thema: 'buitenruimte', wijken: ['feijenoord'], gevraagd: false };

/** What an event of a case holds: about 500 bytes as JSON. */
export const sampleData = (zaakId: string) => ({ zaakId, ...rest, tekst: text.repeat(2) });

export const sampleStream = (): StreamId => `zaak-${randomUUID()}`;

/** A first event of a case, as a command handler would append it. */
export function sampleEvent(stream: StreamId): NewEvent {
  return {
    id: randomUUID(),
    type: 'VraagGeregistreerd',
    body: JSON.stringify(sampleData(stream)),
    meta: sampleMeta,
  };
}

export const sampleMeta = JSON.stringify({
  actor: 'wijkhub-feijenoord',
  correlationId: '01980000-0000-7000-8000-000000000001',
  causationId: '01980000-0000-7000-8000-000000000002',
});
