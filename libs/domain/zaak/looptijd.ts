import type { DataOf } from '@wijkspoor/kernel';
import { differences } from '@wijkspoor/kernel';
import type { Afspraakbeleid } from '../gemeente/termijnbeleid.ts';
import type { Datum } from '../termijn/datum.ts';
import { datumIn } from '../termijn/datum.ts';
import type { OnbepaaldeTermijn } from '../termijn/termijn.ts';
import { weigering } from '../weigering.ts';
import { bestaande, naOntvangst, open } from './eisen.ts';
import type { ZaakCommand } from './zaak.commands.ts';
import type { Rol, ZaakEvent } from './zaak.events.ts';
import type { BestaandeZaak, Vervolg, Zaak } from './zaak.state.ts';

type Data<Type extends ZaakCommand['type']> = DataOf<ZaakCommand, Type>;

// A case that was answered before its term began still gets one: whether in time must be known.
export function startTermijn(
  { zaakId, door, termijn }: Data<'StartTermijn'>,
  zaak: Zaak,
): readonly ZaakEvent[] {
  const bestaand = bestaande(zaak, zaakId);
  if (bestaand.looptijd) return [];
  if (termijn.einde === null) return nietBepaald({ zaakId, door, termijn }, bestaand);
  const revisie = bestaand.termijnrevisies + 1;
  const { einde, bewijs } = termijn;
  const looptijd = { revisie, einde, overschreden: false };
  return [
    { type: 'TermijnGestart', data: { zaakId, door, revisie, einde, bewijs } },
    ...(bestaand.gestoptOp ? overschrijding({ ...bestaand, looptijd }, door) : []),
  ];
}

// Told once for each reason. When the calendar reaches further, the same wish gives an end.
function nietBepaald(
  { zaakId, door, termijn: { reden, bewijs } }: Onbepaald,
  bestaand: BestaandeZaak,
): readonly ZaakEvent[] {
  if (bestaand.nietBepaald === reden) return [];
  return [{ type: 'TermijnNietBepaald', data: { zaakId, door, reden, bewijs } }];
}

type Onbepaald = Omit<Data<'StartTermijn'>, 'termijn' | 'now'> &
  Readonly<{ termijn: OnbepaaldeTermijn }>;

/**
 * The term is exceeded if the clock stopped after its end, and this was not established yet. Told
 * with the answer, so that a late answer never stands without it, however slow the monitor was; and
 * with a date that was agreed too late, for then nobody looks at the old one any more.
 */
export function overschrijding(
  { registratie, looptijd, gestoptOp }: BestaandeZaak,
  door: Rol,
): readonly ZaakEvent[] {
  if (!looptijd || looptijd.overschreden || !gestoptOp || gestoptOp <= looptijd.einde) return [];
  return [overschreden(registratie.data.zaakId, door, looptijd, gestoptOp)];
}

function overschreden(
  zaakId: `zaak-${string}`,
  door: Rol,
  { revisie, einde }: { revisie: number; einde: Datum },
  vastgesteldOp: Datum,
): ZaakEvent {
  return { type: 'TermijnOverschreden', data: { zaakId, door, revisie, einde, vastgesteldOp } };
}

/**
 * Another date, "tenzij anders is afgesproken" (002:62). The old date stays visible; whether it was
 * agreed after the old one had passed is a fact of its own. With `beleid` only those whom the
 * policy of the case names may agree, and only when it allows it.
 */
export function spreekTermijnAf(
  { now: _now, ...data }: Data<'SpreekTermijnAf'>,
  zaak: Zaak,
  beleid?: Afspraakbeleid,
): readonly ZaakEvent[] {
  const { zaakId, einde, afgesprokenOp } = data;
  const bestaand = bestaande(zaak, zaakId);
  if (bestaand.feiten.some((feit) => isAfspraak(feit, data))) return [];
  open(zaak, zaakId);
  naOntvangst(bestaand, afgesprokenOp);
  const { looptijd, gestoptOp } = bestaand;
  if (!looptijd || gestoptOp) throw weigering('geen-lopende-termijn', { zaakId });
  if (beleid) eisBeleid(beleid, data, looptijd.einde);
  eisLatereDag(data, bestaand);
  if (looptijd.einde === einde) return [];
  const revisie = bestaand.termijnrevisies + 1;
  const vorigEinde = looptijd.einde;
  const naVerstrijken = afgesprokenOp > vorigEinde;
  return [
    ...overschrijding({ ...bestaand, gestoptOp: afgesprokenOp }, data.door),
    { type: 'TermijnAfgesproken', data: { ...data, revisie, vorigEinde, naVerstrijken } },
  ];
}

type Afspraak = Omit<Data<'SpreekTermijnAf'>, 'now'>;

function eisBeleid(
  { door: mag, naVerstrijken }: Afspraakbeleid,
  { zaakId, door, afgesprokenOp }: Afspraak,
  einde: Datum,
): void {
  const [soort = door] = door.split(':');
  if (!mag.some((wie) => wie === soort))
    throw weigering('afspraak-niet-bevoegd', { zaakId, door, mag });
  if (!naVerstrijken && afgesprokenOp > einde)
    throw weigering('afspraak-na-verstrijken', { zaakId, einde, afgesprokenOp });
}

// What is agreed is about days to come; and no term ends before it began.
function eisLatereDag({ zaakId, einde, afgesprokenOp }: Afspraak, zaak: BestaandeZaak): void {
  const { startdatum } = zaak;
  if (startdatum && einde < startdatum)
    throw weigering('afgesproken-datum-voor-start', { zaakId, einde, startdatum });
  if (einde < afgesprokenOp)
    throw weigering('afgesproken-datum-voorbij', { zaakId, einde, afgesprokenOp });
}

/** Whether this agreement was stored already, also when another one has come after it. */
function isAfspraak(feit: Vervolg, afspraak: object): boolean {
  if (feit.type !== 'TermijnAfgesproken') return false;
  const { revisie: _revisie, vorigEinde: _vorig, naVerstrijken: _na, ...afgesproken } = feit.data;
  return differences(afgesproken, afspraak).length === 0;
}

// The monitor may come twice, late, or with a date that no longer holds: then nothing happened.
export function stelOverschrijdingVast(
  { zaakId, door, einde, now }: Data<'StelOverschrijdingVast'>,
  zaak: Zaak,
): readonly ZaakEvent[] {
  const { looptijd, gestoptOp } = bestaande(zaak, zaakId);
  if (!looptijd || looptijd.einde !== einde || looptijd.overschreden || gestoptOp) return [];
  const vandaag = datumIn(now);
  if (vandaag <= einde) throw weigering('termijn-loopt-nog', { zaakId, einde, vandaag });
  return [overschreden(zaakId, door, looptijd, vandaag)];
}
