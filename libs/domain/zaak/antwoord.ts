import type { DataOf } from '@wijkspoor/kernel';
import { weigering } from '../weigering.ts';
import { bestaande, naOntvangst, open, staatErAl } from './eisen.ts';
import { overschrijding } from './looptijd.ts';
import type { ZaakCommand } from './zaak.commands.ts';
import type { ZaakEvent } from './zaak.events.ts';
import type { Vervolg, Zaak } from './zaak.state.ts';

type Data<Type extends ZaakCommand['type']> = DataOf<ZaakCommand, Type>;

/** The reaction that stops the clock. For an advies only a written one does (002:75-79). */
export function geefAntwoord(
  { now: _now, ...data }: Data<'GeefAntwoord'>,
  zaak: Zaak,
): readonly ZaakEvent[] {
  const feit: Vervolg = { type: 'AntwoordGegeven', data };
  const bestaand = bestaande(zaak, data.zaakId);
  if (staatErAl(bestaand, feit)) return [];
  open(zaak, data.zaakId);
  naOntvangst(bestaand, data.antwoordOp);
  if (bestaand.registratie.type === 'AdviesOntvangen' && data.vorm !== 'schriftelijk')
    throw weigering('reactie-niet-schriftelijk', { zaakId: data.zaakId });
  const gestoptOp = bestaand.gestoptOp ?? data.antwoordOp;
  return [...overschrijding({ ...bestaand, gestoptOp }, data.door), feit];
}

/** What became of an advies, with reasons and what changed (004:206-212). */
export function stelUitkomstVast(
  { now: _now, ...data }: Data<'StelUitkomstVast'>,
  zaak: Zaak,
): readonly ZaakEvent[] {
  const feit: Vervolg = { type: 'UitkomstVastgesteld', data };
  const { zaakId } = data;
  const bestaand = bestaande(zaak, zaakId);
  if (staatErAl(bestaand, feit)) return [];
  open(zaak, zaakId);
  if (bestaand.registratie.type !== 'AdviesOntvangen') throw weigering('geen-advies', { zaakId });
  naOntvangst(bestaand, data.vastgesteldOp);
  return [feit];
}

/** Done is another fact than answered (002:61), and may come after the case is closed. */
export function meldUitvoering(
  { now: _now, ...data }: Data<'MeldUitvoering'>,
  zaak: Zaak,
): readonly ZaakEvent[] {
  const feit: Vervolg = { type: 'UitvoeringGemeld', data };
  const bestaand = bestaande(zaak, data.zaakId);
  if (staatErAl(bestaand, feit)) return [];
  naOntvangst(bestaand, data.uitgevoerdOp);
  return [feit];
}
