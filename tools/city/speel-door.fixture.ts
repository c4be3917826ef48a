import type {
  Gemeente,
  OnbepaaldeTermijn,
  Registratie,
  Termijn,
  Zaak,
  ZaakCommand,
  ZaakEvent,
  ZaakId,
} from '@wijkspoor/domain';
import { eersteBehandelaar, soortVan, termijnVan, zaakDecider } from '@wijkspoor/domain';
import type { Deuren } from '@wijkspoor/wire';
import { zaakIdVan } from '@wijkspoor/wire';
import type { Pad, Stap, Verhaal } from './verhaal.ts';

/** A case after everything that happened to it, by the rules alone. */
export type Doorgespeeld = Readonly<{ zaak: Zaak; feiten: readonly ZaakEvent[] }>;

const now = '2026-11-20T09:00:00Z' as const;
const vandaag = '2026-11-20' as const;

const deurVan = {
  toewijzingen: 'toewijzing',
  themas: 'themas',
  antwoorden: 'antwoord',
  uitkomsten: 'uitkomst',
  uitvoeringen: 'uitvoering',
  afdoeningen: 'afdoening',
  'afdoeningen/aanvaardingen': 'aanvaarding',
  'afdoeningen/weigeringen': 'weigering',
  sluitingen: 'sluiting',
  heropeningen: 'heropening',
  afspraken: 'afspraak',
  tussenberichten: 'tussenbericht',
  contacten: 'contact',
} as const satisfies Record<Pad, keyof Deuren>;

/**
 * Plays a city through the doors and the rules, without a server: every message is parsed as the
 * API parses it, and every step is decided as the services decide it. Throws at the first refusal.
 */
export function speelDoor(
  { verhalen, stappen }: { verhalen: readonly Verhaal[]; stappen: readonly Stap[] },
  gemeente: Gemeente,
  deuren: Deuren,
): Map<ZaakId, Doorgespeeld> {
  const zaken = new Map<ZaakId, Doorgespeeld>();
  const doe = (command: ZaakCommand, zaakId: ZaakId) =>
    zaken.set(zaakId, na(zaken, command, zaakId));
  for (const registratie of verhalen.flatMap(({ bericht }) => registraties(bericht, deuren))) {
    for (const command of bijOntvangst(gemeente, registratie))
      doe(command, registratie.data.zaakId);
  }
  for (const stap of stappen) {
    const zaakId = zaakIdVan(stap.zaak);
    doe(opdracht(stap, zaakId, deuren), zaakId);
    const open = zaken.get(zaakId);
    if (stap.pad === 'heropeningen' && open)
      herstart(open.zaak, gemeente, (command) => doe(command, zaakId));
  }
  return zaken;
}

function na(zaken: Map<ZaakId, Doorgespeeld>, command: ZaakCommand, zaakId: ZaakId): Doorgespeeld {
  const { zaak, feiten } = zaken.get(zaakId) ?? { zaak: zaakDecider.initial, feiten: [] };
  try {
    const nieuw = zaakDecider.decide(command, zaak);
    return { zaak: nieuw.reduce(zaakDecider.evolve, zaak), feiten: [...feiten, ...nieuw] };
  } catch (cause) {
    throw new Error(`${command.type} ${JSON.stringify(command.data)}`, { cause });
  }
}

function registraties(bericht: Verhaal['bericht'], deuren: Deuren): readonly Registratie[] {
  const melding = deuren.cloudEvent(bericht, now);
  return melding.soort === 'zaak' ? [melding.registratie] : melding.werkbezoek.registraties;
}

// What intake, routing and deadline-monitor do by themselves when a case comes in.
function bijOntvangst(gemeente: Gemeente, registratie: Registratie): ZaakCommand[] {
  const { zaakId, wijken, ontvangenOp } = registratie.data;
  const behandelaar = eersteBehandelaar(gemeente, soortVan(registratie), wijken, ontvangenOp);
  return [
    { type: 'RegistreerZaak', data: { registratie, now } },
    { type: 'WijsToe', data: { zaakId, behandelaar, door: 'dienst:routing', now } },
    ...startTermijn(zaakId, termijnVan(gemeente, registratie)),
  ];
}

function startTermijn(
  zaakId: ZaakId,
  termijn: Termijn | OnbepaaldeTermijn | undefined,
): ZaakCommand[] {
  if (!termijn) return [];
  return [
    { type: 'StartTermijn', data: { zaakId, termijn, door: 'dienst:deadline-monitor', now } },
  ];
}

function herstart(zaak: Zaak, gemeente: Gemeente, doe: (command: ZaakCommand) => void): void {
  if (zaak.status === 'onbekend') return;
  const { registratie } = zaak;
  startTermijn(registratie.data.zaakId, termijnVan(gemeente, registratie, vandaag)).forEach(doe);
}

function opdracht({ pad, body }: Stap, zaakId: ZaakId, deuren: Deuren): ZaakCommand {
  const { type, data } = deuren[deurVan[pad]](body, zaakId, vandaag);
  return { type, data: { ...data, now } } as ZaakCommand;
}
