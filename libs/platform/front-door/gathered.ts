import type { Gereed } from '@wijkspoor/wire';
import { compile, gereed as readiness } from '@wijkspoor/wire';
import type { Instances } from './instances.ts';

const answersMs = 5_000;
const readinessOf = compile(readiness);

type Asked = Readonly<{ dienst: string; nummer: number; told: Gereed | undefined }>;

/**
 * How the whole city is: every process is asked. It is ready when each service has one that is. Of
 * what several tell, the least favourable counts: who is furthest behind, and the latest head.
 */
export async function gathered(services: ReadonlyMap<string, Instances>): Promise<Gereed> {
  const asking = [...services].flatMap(([dienst, { all }]) =>
    all.map(async ({ address, number: nummer }) => {
      return { dienst, nummer, told: await ask(address) };
    }),
  );
  const asked = await Promise.all(asking);
  const diensten = asked.map(({ dienst, nummer, told }) => {
    return { dienst, nummer, gereed: told?.gereed ?? false };
  });
  const answers = asked.flatMap(({ told }) => told ?? []);
  const relais = relayOf(answers);
  return {
    gereed: [...services.keys()].every((name) => isReady(name, asked)),
    log: { positie: Math.max(0, ...answers.map(({ log }) => log.positie)) },
    volgers: followersOf(answers),
    ...(relais && { relais }),
    diensten,
  };
}

const isReady = (name: string, asked: readonly Asked[]) =>
  asked.some(({ dienst, told }) => dienst === name && told?.gereed);

// Also a process that is not ready tells how far it is.
async function ask(address: string): Promise<Gereed | undefined> {
  try {
    const signal = AbortSignal.timeout(answersMs);
    const answer = await fetch(`${address}/health/ready`, { signal });
    const read = readinessOf(await answer.json());
    return 'value' in read ? read.value : undefined;
  } catch {
    return undefined; // Nobody there: that is the answer.
  }
}

// A group is as far behind as any process saw it; unknown when none of them could tell.
function followersOf(answers: readonly Gereed[]): Gereed['volgers'] {
  const groups = new Map<string, Gereed['volgers'][number]>();
  for (const { groep, ...told } of answers.flatMap(({ volgers }) => volgers)) {
    const { groep: _groep, ...before } = groups.get(groep) ?? { groep };
    groups.set(groep, { groep, ...most(before, told) });
  }
  return [...groups.values()];
}

type Progress = Omit<Gereed['volgers'][number], 'groep'>;

function most(one: Progress, other: Progress): Progress {
  const names = ['positie', 'achterstand'] as const;
  const known = names.flatMap((name) => {
    const found = [one[name], other[name]].filter((number) => number !== undefined);
    return found.length > 0 ? [[name, Math.max(...found)] as const] : [];
  });
  return Object.fromEntries(known);
}

function relayOf(answers: readonly Gereed[]): Gereed['relais'] {
  const told = answers.flatMap(({ relais }) => relais ?? []);
  if (told.length === 0) return undefined;
  return {
    actief: told.some(({ actief }) => actief),
    positie: Math.max(...told.map(({ positie }) => positie)),
    achterstand: Math.max(...told.map(({ achterstand }) => achterstand)),
  };
}
