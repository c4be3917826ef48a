import { execFileSync } from 'node:child_process';

/** Of each zone what `Date` says there of July, in minutes behind UTC. */
const zones = { 'Europe/Amsterdam': -120, 'Pacific/Kiritimati': -840, 'America/Los_Angeles': 420 };

/**
 * What a program in TypeScript gives as its `answer` on machines in three time zones, that of
 * Amsterdam first. It imports what it asks about from `folder`.
 *
 *     await inTimeZones(here, `import { today } from './day.ts'; const answer = today();`)
 */
export async function inTimeZones<Answer>(folder: string, question: string): Promise<Answer[]> {
  const program = await bundled(folder, question);
  return Object.entries(zones).map(([TZ, offset]) => {
    const options = { input: program, env: { ...process.env, TZ }, encoding: 'utf8' } as const;
    const printed = execFileSync(process.execPath, ['--input-type=module'], options);
    const said = JSON.parse(printed) as Readonly<{ offset: number; answer: Answer }>;
    if (said.offset !== offset) throw new Error(`The program did not run in ${TZ}.`);
    return said.answer;
  });
}

async function bundled(resolveDir: string, question: string): Promise<string> {
  const { build } = await import('esbuild');
  const contents = `
    import 'temporal-polyfill/global';
    ${question}
    const offset = new Date('2026-07-01T00:00:00Z').getTimezoneOffset();
    console.log(JSON.stringify({ offset, answer }));
  `;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir, loader: 'ts' },
    ...{ bundle: true, write: false, format: 'esm', platform: 'node' },
  });
  return outputFiles.map(({ text }) => text).join('');
}
