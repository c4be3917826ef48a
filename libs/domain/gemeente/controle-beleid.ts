import type { Fault } from '@wijkspoor/kernel';
import type { Concept } from './concept.ts';
import type { Ladder, Termijnbeleid } from './termijnbeleid.ts';
import { STARTFEITEN_VAN } from './termijnbeleid.ts';

type Beleid = Partial<Termijnbeleid>;

/** What in one policy does not go together: nature and rule, soort and start, the ladder. */
export function controleerBeleid({ termijnbeleid = [] }: Concept): readonly Fault[] {
  return termijnbeleid.flatMap((beleid, i) => {
    const plek = `/termijnbeleid/${i}`;
    return [
      ...verkeerdeRegel(beleid, plek),
      ...onmogelijkeStart(beleid, plek),
      ...ladderDieNietDaalt(beleid.ladder, plek),
      ...zonderEinde(beleid, plek),
    ];
  });
}

// The Atw is about legal terms; a municipality's own days off are about its own promises.
function verkeerdeRegel({ aard, regel }: Beleid, plek: string): Fault[] {
  const alleen = { geen: aard, atw: 'wettelijk', werkdag: 'servicenorm' } as const;
  const moet = regel && alleen[regel];
  if (!aard || !moet || moet === aard) return [];
  const message = `'${regel}' kan alleen bij aard '${moet}', en hier is de aard '${aard}'`;
  return [{ pointer: `${plek}/regel`, message }];
}

function onmogelijkeStart({ soort, start }: Beleid, plek: string): Fault[] {
  const kan = soort && STARTFEITEN_VAN[soort];
  if (!kan || !start || kan.includes(start)) return [];
  const kies = kan.join(', ');
  const message = `van een ${soort} is er geen dag van '${start}'; kies uit: ${kies}`;
  return [{ pointer: `${plek}/start`, message }];
}

function ladderDieNietDaalt(ladder: Partial<Ladder> | undefined, plek: string): Fault[] {
  const voor = ladder?.voor ?? [];
  return voor.flatMap((dagen, i) => {
    const vorige = voor[i - 1];
    if (vorige === undefined || dagen < vorige) return [];
    const message = `de ladder daalt niet: ${dagen} komt na ${vorige}`;
    return [{ pointer: `${plek}/ladder/voor/${i}`, message }];
  });
}

function zonderEinde({ lengte, tussenbericht }: Beleid, plek: string): Fault[] {
  if (lengte !== 'geen' || !tussenbericht) return [];
  const message = 'kan niet zonder termijn: er is geen einde om vanaf te tellen';
  return [{ pointer: `${plek}/tussenbericht`, message }];
}
