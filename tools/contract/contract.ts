/**
 * Proves an engine at an address: every promise of its port, and for an event log the end-to-end
 * script too. What has passed here works there.
 *
 *     npm run contract -- --eventstore 'kurrentdb://user:password@server:2113?tlsCAFile=ca.pem'
 *     npm run contract -- --postgres postgres://user:password@server/postgres --kafka host:9092
 *
 * Ends with 0 when all passed, 1 when something did not, 2 when it was asked in a wrong way.
 */
import { parseArgs } from 'node:util';
import { meetEventStore, meetKafka, meetPostgres, NotMet, type Met } from './meet.ts';
import { eventStoreSuites, kafkaSuites, passes, postgresSuites, type Suite } from './suites.ts';

type Engine = Readonly<{
  meet(address: string): Promise<Met>;
  suites(address: string): readonly Suite[];
}>;

const engines: Readonly<Record<string, Engine>> = {
  eventstore: { meet: meetEventStore, suites: eventStoreSuites },
  postgres: { meet: meetPostgres, suites: postgresSuites },
  kafka: { meet: meetKafka, suites: kafkaSuites },
};

const usage = `Noem wat bewezen moet worden:
  npm run contract -- --eventstore kurrentdb://gebruiker:wachtwoord@server:2113
  npm run contract -- --postgres postgres://gebruiker:wachtwoord@server/postgres
  npm run contract -- --kafka server:9092
Met --opnieuw mag er al iets in het logboek staan; dan wordt alleen het contract bewezen.`;

class Misasked extends Error {
  override readonly name = 'Misasked';
}

type Asked = Readonly<{ given: readonly (readonly [string, string])[]; again: boolean }>;

function asked(): Asked {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      options: {
        ...{ eventstore: text, postgres: text, kafka: text },
        opnieuw: { type: 'boolean', default: false },
      },
    });
    const given = Object.keys(engines).flatMap((name) => {
      const address = values[name as 'eventstore'];
      return address === undefined ? [] : [[name, address] as const];
    });
    if (given.length === 0) throw new Misasked(usage);
    return { given, again: values.opnieuw };
  } catch (error) {
    if (error instanceof Misasked) throw error;
    throw new Misasked(`${(error as Error).message.split('\n')[0]}\n${usage}`);
  }
}

const inUse = `er staan al gebeurtenissen in dit logboek. Dit bewijs schrijft er voorgoed
gebeurtenissen bij waar een stad op vastloopt: doe het op een lege server. Is deze server alleen om
te proberen, geef dan --opnieuw.`.replaceAll('\n', ' ');

/** What is to be proven there; nothing yet, when the engine cannot be met. */
async function met([name, address]: readonly [string, string], again: boolean) {
  const engine = engines[name];
  if (!engine) throw new Misasked(usage);
  const { name: found, isEmpty } = await engine.meet(address);
  console.log(`gevonden: ${found}`);
  if (!isEmpty && !again) throw new NotMet(`--${name}: ${inUse}`);
  const suites = engine.suites(address);
  // A city would come across the events of an earlier proof, which are of no use to it.
  const usable = isEmpty ? suites : suites.filter(({ kind }) => kind !== 'e2e');
  for (const { name: skipped } of suites.filter((suite) => !usable.includes(suite))) {
    console.log(`overgeslagen, want het logboek is niet leeg: ${skipped}`);
  }
  return { found, suites: usable };
}

async function prove({ given, again }: Asked): Promise<boolean> {
  const all = [];
  // All are met before anything runs: a wrong address is told at once.
  for (const one of given) all.push(await met(one, again));
  const results = all.flatMap(({ found, suites }) =>
    suites.map((suite) => ({ found, suite, isWell: passes(suite) })),
  );
  console.log('');
  for (const { found, suite, isWell } of results) {
    console.log(`${isWell ? 'bewezen    ' : 'NIET GOED  '} ${found}: ${suite.name}`);
  }
  return results.every(({ isWell }) => isWell);
}

try {
  process.exitCode = (await prove(asked())) ? 0 : 1;
} catch (error) {
  if (!(error instanceof NotMet || error instanceof Misasked)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof Misasked ? 2 : 1;
}
// The native half of a client may hold its line open.
process.exit();
