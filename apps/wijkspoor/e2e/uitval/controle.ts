import { expect } from '@jest/globals';
import { draaiMet } from '../proces.ts';
import type { Aanvoer } from './aanvoer.ts';
import { alleBerichten, uitVolgorde } from './onderwerp.ts';
import type { VerdeeldeStad } from './verdeelde-stad.ts';

/**
 * Nothing lost and nothing doubled: every case that was promised is there exactly once, its history
 * has no holes and nothing twice, every row is what the log folds to, each stream went over Kafka
 * in its order, and nothing was put aside.
 */
export async function allesKlopt(
  stad: VerdeeldeStad,
  aanvoeren: readonly Aanvoer[],
): Promise<void> {
  expect(await aanvoeren.at(-1)?.herhaal()).toEqual([]);
  await stad.ingehaald();
  const zaakIds = aanvoeren.flatMap((aanvoer) => aanvoer.zaakIds);
  expect(new Set(zaakIds).size).toBe(zaakIds.length);
  expect(verschil(zaakIds, await zaakStromen(stad))).toEqual({ kwijt: [], erbij: [] });
  expect(await dubbelOfOnvolledig(stad)).toEqual([]);
  expect(await weggelegd(stad)).toEqual([]);
  expect(uitVolgorde(await alleBerichten(stad.kafka.brokers))).toEqual([]);
  const vergeleken = await controleer(stad);
  expect(vergeleken).toEqual({ zaken: zaakIds.length, aantal: 0, verschillen: [] });
}

function verschil(toegezegd: readonly string[], gevonden: readonly string[]) {
  const [bedoeld, aanwezig] = [new Set(toegezegd), new Set(gevonden)];
  return {
    kwijt: toegezegd.filter((zaakId) => !aanwezig.has(zaakId)),
    erbij: gevonden.filter((zaakId) => !bedoeld.has(zaakId)),
  };
}

/** Every case that the log knows. */
async function zaakStromen({ logboek }: VerdeeldeStad): Promise<string[]> {
  const { rows } = await logboek.query<{ stream: string }>(
    `select distinct stream from log.events where stream like 'zaak-%'`,
  );
  return rows.map(({ stream }) => stream);
}

// What a service does of itself about a case, it does once.
async function dubbelOfOnvolledig({ logboek }: VerdeeldeStad): Promise<unknown[]> {
  const { rows } = await logboek.query<Record<string, unknown>>(`
    select stream, count(*)::int as aantal, max(revision) as laatste,
      count(*) filter (where revision = 0)::int as eerste,
      count(*) filter (where type = 'ZaakToegewezen')::int as toegewezen,
      count(*) filter (where type = 'TermijnGestart')::int as gestart
    from log.events where stream like 'zaak-%' group by stream
    having count(*) <> max(revision) + 1 or count(distinct id) <> count(*)
      or count(*) filter (where type = 'ZaakToegewezen') <> 1
      or count(*) filter (where type = 'TermijnGestart') > 1`);
  return rows;
}

export async function weggelegd({ logboek }: VerdeeldeStad): Promise<Brief[]> {
  const { rows } = await logboek.query<Brief>(
    `select group_name as groep, stream as stroom, revision as revisie, attempts as pogingen
     from log.dead_letters where released_at is null order by position`,
  );
  return rows;
}

export type Brief = Readonly<{ groep: string; stroom: string; revisie: number; pogingen: number }>;

type Vergelijking = Readonly<{ verschillen: readonly Readonly<{ verschil: string }>[] }>;

/**
 * What the command line finds when it compares all rows with the log. A row of which the clock has
 * just said something is behind for a moment; it has until the end of the patience to catch up.
 */
async function controleer({ omgeving }: VerdeeldeStad): Promise<unknown> {
  const einde = performance.now() + 60_000;
  for (;;) {
    const { gegeven } = await draaiMet(omgeving, 'herbouw', '--controleer', '--json');
    const vergeleken = JSON.parse(gegeven) as Vergelijking;
    const blijft = vergeleken.verschillen.some(({ verschil }) => verschil !== 'achter');
    if (blijft || vergeleken.verschillen.length === 0 || performance.now() > einde)
      return vergeleken;
  }
}
