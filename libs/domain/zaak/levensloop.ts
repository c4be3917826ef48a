import type { DataOf } from '@wijkspoor/kernel';
import { differences } from '@wijkspoor/kernel';
import { datumIn } from '../termijn/datum.ts';
import { weigering } from '../weigering.ts';
import { bestaande, naOntvangst, open, staatErAl, verschillen } from './eisen.ts';
import { overschrijding } from './looptijd.ts';
import type { ZaakCommand } from './zaak.commands.ts';
import type { ZaakEvent } from './zaak.events.ts';
import type { BestaandeZaak, Vervolg, Zaak } from './zaak.state.ts';

type Data<Type extends ZaakCommand['type']> = DataOf<ZaakCommand, Type>;

// The same registration again is the same case; with other content it is refused, not merged.
export function registreerZaak(
  { registratie }: Data<'RegistreerZaak'>,
  zaak: Zaak,
): readonly ZaakEvent[] {
  if (zaak.status === 'onbekend') return [registratie];
  const anders = [...new Set(verschillen(zaak.registratie, registratie).map(inMelding))];
  if (anders.length === 0) return [];
  const { zaakId, aanmelding } = registratie.data;
  throw weigering('aanmelding-wijkt-af', { zaakId, aanmelding, verschillen: anders });
}

// Whether an advies was asked for is told by its soort, so that is what differs for the sender.
function inMelding(pointer: string): string {
  return pointer === '/gevraagd' ? '/soort' : pointer;
}

export function stelThemasVast(
  { now: _now, ...data }: Data<'StelThemasVast'>,
  zaak: Zaak,
): readonly ZaakEvent[] {
  const { themas } = open(zaak, data.zaakId);
  if (differences(themas, data.themas).length === 0) return [];
  return [{ type: 'ThemasVastgesteld', data }];
}

export function wijsToe({ now, ...data }: Data<'WijsToe'>, zaak: Zaak): readonly ZaakEvent[] {
  if (open(zaak, data.zaakId).behandelaar === data.behandelaar) return [];
  return [{ type: 'ZaakToegewezen', data: { ...data, toegewezenOp: datumIn(now) } }];
}

// A case that was never answered and is closed after its end was late all the same.
export function sluitZaak(
  { now: _now, ...data }: Data<'SluitZaak'>,
  zaak: Zaak,
): readonly ZaakEvent[] {
  const bestaand = bestaande(zaak, data.zaakId);
  if (bestaand.status === 'gesloten') return [];
  naOntvangst(bestaand, data.geslotenOp);
  if (data.grond === 'afgehandeld') eisAfgehandeld(bestaand);
  const gestoptOp = bestaand.gestoptOp ?? data.geslotenOp;
  return [...overschrijding({ ...bestaand, gestoptOp }, data.door), { type: 'ZaakGesloten', data }];
}

// Reaction is not solution (002:61), so "done" asks for the answer, and for an advies its outcome.
// A toezegging or motie is done when its settlement is accepted, and that closes it by itself.
function eisAfgehandeld({ registratie, status, uitkomst }: BestaandeZaak): void {
  const { type, data } = registratie;
  const { zaakId } = data;
  if (type === 'ToezeggingVastgelegd' || type === 'MotieGeregistreerd')
    throw weigering('afdoening-niet-aanvaard', { zaakId });
  if (status !== 'beantwoord') throw weigering('zaak-niet-beantwoord', { zaakId });
  if (type === 'AdviesOntvangen' && !uitkomst) throw weigering('geen-uitkomst', { zaakId });
}

export function heropenZaak(
  { now: _now, ...data }: Data<'HeropenZaak'>,
  zaak: Zaak,
): readonly ZaakEvent[] {
  const feit: Vervolg = { type: 'ZaakHeropend', data };
  const bestaand = bestaande(zaak, data.zaakId);
  const { status } = bestaand;
  if (status !== 'gesloten' && status !== 'beantwoord') {
    if (staatErAl(bestaand, feit)) return [];
    throw weigering('zaak-niet-te-heropenen', { zaakId: data.zaakId, status });
  }
  naOntvangst(bestaand, data.heropendOp);
  return [feit];
}
