import 'temporal-polyfill/global';
import { randomUUID } from 'node:crypto';
import type { Registratie, Termijn, ZaakCommand, ZaakEvent, ZaakId } from '@wijkspoor/domain';
import { berekenTermijn, zaakDecider, zonderKalender } from '@wijkspoor/domain';
import type { NewEvent } from '@wijkspoor/ports';
import { eventId, zaakCodec } from '@wijkspoor/wire';
import { sampleData } from './sample.ts';

const now = '2026-03-02T11:00:00Z';
const door = 'wijk-mt:feijenoord';
/** The life of one advies as the rules decide it: five events, from receipt to answer. */
export function sampleCase(): { zaakId: ZaakId; events: NewEvent[] } {
  const zaakId: ZaakId = `zaak-${randomUUID()}`;
  const commandId = randomUUID();
  const correlationId = randomUUID();
  const events = life(zaakId).map((event, n) => {
    const meta = { actor: door, correlationId, causationId: randomUUID() };
    return zaakCodec.encode(eventId(commandId, n), event, meta);
  });
  return { zaakId, events };
}

function life(zaakId: ZaakId): ZaakEvent[] {
  let zaak = zaakDecider.initial;
  return commands(zaakId).flatMap((command) => {
    const events = zaakDecider.decide(command, zaak);
    zaak = events.reduce(zaakDecider.evolve, zaak);
    return [...events];
  });
}

function commands(zaakId: ZaakId): ZaakCommand[] {
  const op = { zaakId, door, now } as const;
  const bericht = { aan: 'wijkraad', verzondenOp: '2026-03-20', inhoud: 'Het duurt nog.' } as const;
  const antwoord = { vorm: 'schriftelijk', antwoordOp: '2026-04-10', inhoud: 'Ja.' } as const;
  return [
    { type: 'RegistreerZaak', data: { registratie: advies(zaakId), now } },
    { type: 'WijsToe', data: { ...op, behandelaar: door } },
    { type: 'StartTermijn', data: { ...op, termijn } },
    { type: 'VerzendTussenbericht', data: { ...op, ...bericht } },
    { type: 'GeefAntwoord', data: { ...op, ...antwoord } },
  ];
}

function advies(zaakId: ZaakId): Registratie {
  const { wijken, tekst } = sampleData(zaakId);
  const aanmelding = { bron: 'bench', id: zaakId };
  return {
    type: 'AdviesOntvangen',
    data: {
      ...{ zaakId, aanmelding, wijken, tekst, gevraagd: false, kenmerken: [] },
      ...{ kanaal: 'brief', themas: ['buitenruimte'], onderwerp: 'De stoep' },
      ontvangenOp: '2026-03-02',
    },
  };
}

const termijn = sixWeeks();

function sixWeeks(): Termijn {
  const basis = { tekst: 'Verordening', verwijzing: '002:78', zekerheid: 'A' } as const;
  const regel = { basis, start: 'ontvangst', lengte: { dagen: 42 }, regel: 'geen' } as const;
  const berekend = berekenTermijn({ startdatum: '2026-03-02', regel }, zonderKalender);
  if (!berekend?.einde) throw new Error('six weeks give a date');
  return berekend;
}
