import type { DataOf } from '@wijkspoor/kernel';
import { weigering } from '../weigering.ts';
import { bestaande, naOntvangst, open, staatErAl } from './eisen.ts';
import { overschrijding } from './looptijd.ts';
import type { ZaakCommand } from './zaak.commands.ts';
import type { ZaakEvent } from './zaak.events.ts';
import type { BestaandeZaak, Vervolg, Zaak } from './zaak.state.ts';

type Data<Type extends ZaakCommand['type']> = DataOf<ZaakCommand, Type>;

/**
 * The college proposes, by letter, to consider a toezegging or motie done. It may be refused and
 * proposed again (002:38: refused twice). One letter may close several cases.
 */
export function stelAfdoeningVoor(
  { now: _now, ...data }: Data<'StelAfdoeningVoor'>,
  zaak: Zaak,
): readonly ZaakEvent[] {
  const feit: Vervolg = { type: 'AfdoeningVoorgesteld', data };
  const bestaand = bestaande(zaak, data.zaakId);
  if (staatErAl(bestaand, feit)) return [];
  open(zaak, data.zaakId);
  eisAfTeDoen(bestaand);
  naOntvangst(bestaand, data.voorgesteldOp);
  const gestoptOp = bestaand.gestoptOp ?? data.voorgesteldOp;
  return [...overschrijding({ ...bestaand, gestoptOp }, data.door), feit];
}

function eisAfTeDoen({ registratie }: BestaandeZaak): void {
  const { type, data } = registratie;
  if (type !== 'ToezeggingVastgelegd' && type !== 'MotieGeregistreerd')
    throw weigering('geen-afdoening-mogelijk', { zaakId: data.zaakId });
}

/** The council (or wijkraad) agrees: with that the case is closed. */
export function aanvaardAfdoening(
  { now: _now, ...data }: Data<'AanvaardAfdoening'>,
  zaak: Zaak,
): readonly ZaakEvent[] {
  const { zaakId, door, aanvaardOp } = data;
  const bestaand = bestaande(zaak, zaakId);
  if (bestaand.afdoening === 'aanvaard') return [];
  eisVoorgesteld(open(zaak, zaakId));
  naOntvangst(bestaand, aanvaardOp);
  const reden = 'afdoening aanvaard';
  return [
    { type: 'AfdoeningAanvaard', data },
    {
      type: 'ZaakGesloten',
      data: { zaakId, door, grond: 'afgehandeld', geslotenOp: aanvaardOp, reden },
    },
  ];
}

/** The council does not agree: the case stays open and a new proposal is needed. */
export function weigerAfdoening(
  { now: _now, ...data }: Data<'WeigerAfdoening'>,
  zaak: Zaak,
): readonly ZaakEvent[] {
  const feit: Vervolg = { type: 'AfdoeningGeweigerd', data };
  const bestaand = bestaande(zaak, data.zaakId);
  if (staatErAl(bestaand, feit)) return [];
  eisVoorgesteld(open(zaak, data.zaakId));
  naOntvangst(bestaand, data.geweigerdOp);
  return [feit];
}

function eisVoorgesteld({ registratie, afdoening }: BestaandeZaak): void {
  const { zaakId } = registratie.data;
  if (afdoening !== 'voorgesteld') throw weigering('geen-afdoening-voorgesteld', { zaakId });
}
