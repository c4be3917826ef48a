import type { Datum, Gemeente, Soort, ThemaCode, WijkCode } from '@wijkspoor/domain';
import { SOORTEN } from '@wijkspoor/domain';
import type { WijkOverzicht } from '@wijkspoor/wire';
import type { DataSource } from 'typeorm';
import { reach } from '../outage.ts';
import { doorAfspraakSql, oordeelSql, opPeildatum } from './peildatum.ts';
import type { GroepMetAfspraken } from './tellingen.ts';
import { aantallen } from './tellingen.ts';

type Wijkgroep = GroepMetAfspraken & Readonly<{ soort: Soort; themas: readonly ThemaCode[] }>;

const perSoortEnThemas = opPeildatum(
  (vanZaken) => `
    select z.soort, z.themas, s.status, ${oordeelSql} as oordeel, count(*)::integer as aantal,
      count(*) filter (where ${doorAfspraakSql})::integer as "doorAfspraak"
    ${vanZaken} and z.wijken @> array[$2::text]
    group by 1, 2, 3, 4`,
);

/** What is shown for cases that nobody has given a theme yet: they are never left out. */
const zonderThema = { thema: 'geen-thema', naam: 'nog geen thema' } as const;

/**
 * One wijk in numbers, as it stood on a day.
 *
 * A case of several wijken counts in each of them, and a case with several themes counts in each of
 * those lines; `totaal` counts it once. Lines without a case are left out.
 */
export async function wijkOverzicht(
  ds: DataSource,
  wijk: WijkCode,
  peildatum: Datum,
  gemeente: Pick<Gemeente, 'wijken' | 'themas'>,
): Promise<WijkOverzicht> {
  const groepen = await reach(() => ds.query<Wijkgroep[]>(perSoortEnThemas, [peildatum, wijk]));
  const { naam = wijk, gebied = '' } = gemeente.wijken.find(({ code }) => code === wijk) ?? {};
  return {
    ...{ wijk, naam, gebied, peildatum, totaal: aantallen(groepen) },
    perThema: regelsPerThema(groepen, gemeente),
    perSoort: SOORTEN.map((soort) => ({
      soort,
      aantallen: aantallen(groepen.filter((groep) => groep.soort === soort)),
    })).filter(heeftZaken),
  };
}

type Regel = WijkOverzicht['perThema'][number];

// In the order of the configuration; a theme that is no longer in it still has its line.
function regelsPerThema(
  groepen: readonly Wijkgroep[],
  { themas }: Pick<Gemeente, 'themas'>,
): Regel[] {
  const bekend = new Map(themas.map(({ code, naam }) => [code, naam]));
  const onbekend = groepen.flatMap((groep) => groep.themas).filter((code) => !bekend.has(code));
  const codes = [...bekend.keys(), ...new Set(onbekend.toSorted())];
  const regels = codes.map((thema) => ({
    thema,
    naam: bekend.get(thema) ?? thema,
    aantallen: aantallen(groepen.filter((groep) => groep.themas.includes(thema))),
  }));
  const zonder = aantallen(groepen.filter((groep) => groep.themas.length === 0));
  return [...regels, { ...zonderThema, aantallen: zonder }].filter(heeftZaken);
}

const heeftZaken = ({ aantallen: { totaal } }: { aantallen: { totaal: number } }) => totaal > 0;
