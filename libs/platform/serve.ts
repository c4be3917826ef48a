import type { Environment } from './config.ts';
import { readConfig } from './config.ts';
import type { LogTo } from './logging.ts';
import { openLog } from './logging.ts';
import { sentenceFor } from './sentence.ts';
import type { Running, ServiceModule } from './start.ts';
import { serviceOf, start } from './start.ts';
import { untilStopped } from './stopping.ts';

export type ServeOptions = Readonly<{
  /** Settings that go before the environment. */
  given?: Environment;
  /** Settings that come after it. */
  preset?: Environment;
  logTo?: LogTo;
  /** Called once it answers. */
  onRunning?: (running: Running) => Promise<void>;
}>;

/**
 * Runs services until the process is told to stop (SIGTERM, or Ctrl-C), and then closes in order.
 *
 * What a person has to mend (a setting, the municipality's files, a folder or port in use) is told
 * in a sentence on standard error, and the process ends with 1. Never throws.
 */
export async function serve(
  services: readonly ServiceModule[],
  { given, preset, logTo = 'stdout', onRunning = async () => undefined }: ServeOptions = {},
): Promise<void> {
  try {
    const config = readConfig(given, undefined, preset);
    const logger = openLog(config, logTo, serviceOf(services));
    const running = await start(services, { config, logger });
    await untilStopped(running, onRunning(running));
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`);
    process.exitCode = 1;
  }
}
