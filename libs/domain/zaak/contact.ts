import type { DataOf } from '@wijkspoor/kernel';
import { bestaande, naOntvangst, open, staatErAl } from './eisen.ts';
import type { ZaakCommand } from './zaak.commands.ts';
import type { Vervolg, Zaak } from './zaak.state.ts';

type Data<Type extends ZaakCommand['type']> = DataOf<ZaakCommand, Type>;

// Keeping the wijkraad informed (002:93-96). It never stops, pauses or extends the term.
export function verzendTussenbericht(
  { now: _now, ...data }: Data<'VerzendTussenbericht'>,
  zaak: Zaak,
): readonly Vervolg[] {
  const feit: Vervolg = { type: 'TussenberichtVerzonden', data };
  if (staatErAl(bestaande(zaak, data.zaakId), feit)) return [];
  naOntvangst(open(zaak, data.zaakId), data.verzondenOp);
  return [feit];
}

// Spoken contact of wijkraad and Wijk MT counts as keeping informed (002:96), not as an answer.
export function legContactVast(
  { now: _now, ...data }: Data<'LegContactVast'>,
  zaak: Zaak,
): readonly Vervolg[] {
  const feit: Vervolg = { type: 'ContactVastgelegd', data };
  if (staatErAl(bestaande(zaak, data.zaakId), feit)) return [];
  naOntvangst(open(zaak, data.zaakId), data.contactOp);
  return [feit];
}
