import { differences } from '@wijkspoor/kernel';
import type { Datum } from '../termijn/datum.ts';
import { weigering } from '../weigering.ts';
import type { ZaakEvent, ZaakId } from './zaak.events.ts';
import type { BestaandeZaak, Vervolg, Zaak } from './zaak.state.ts';

/** The case, or a refusal when there is none. */
export function bestaande(zaak: Zaak, zaakId: ZaakId): BestaandeZaak {
  if (zaak.status === 'onbekend') throw weigering('zaak-onbekend', { zaakId });
  return zaak;
}

/** The case while it may still change: not when it is closed. */
export function open(zaak: Zaak, zaakId: ZaakId): BestaandeZaak {
  const bestaand = bestaande(zaak, zaakId);
  if (bestaand.status === 'gesloten') throw weigering('zaak-gesloten', { zaakId });
  return bestaand;
}

/** Nothing can be done for a case before it was received. */
export function naOntvangst(zaak: BestaandeZaak, datum: Datum): void {
  const { zaakId, ontvangenOp } = zaak.registratie.data;
  if (datum < ontvangenOp) throw weigering('datum-voor-ontvangst', { zaakId, datum, ontvangenOp });
}

/** Whether this same fact stands in the case already: telling it again changes nothing. */
export function staatErAl(zaak: BestaandeZaak, feit: Vervolg): boolean {
  return zaak.feiten.some((eerder) => verschillen(eerder, feit).length === 0);
}

/**
 * Where two events differ in what they tell. An event that was read back carries more than that
 * (its place, who and when), which does not count.
 */
export function verschillen(eerder: ZaakEvent, nu: ZaakEvent): readonly string[] {
  const soort = eerder.type === nu.type ? [] : ['/soort'];
  return [...soort, ...differences(eerder.data, nu.data)];
}
