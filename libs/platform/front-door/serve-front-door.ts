import type { Environment } from '../config.ts';
import { readConfig } from '../config.ts';
import { openLog } from '../logging.ts';
import { metricsApart } from '../metrics/apart.ts';
import { sentenceFor } from '../sentence.ts';
import { untilStopped } from '../stopping.ts';
import { frontDoor } from './front-door.ts';

/**
 * Runs the front door until the process is told to stop. The services behind it need not be there
 * yet. What a person has to mend is told in a sentence, and the process ends with 1. Never throws.
 */
export async function serveFrontDoor(given?: Environment): Promise<void> {
  try {
    const config = readConfig(given);
    const stop = new AbortController();
    const { signal } = stop;
    const logger = openLog(config, 'stdout', 'voordeur');
    const isEnding = () => signal.aborted;
    const server = await frontDoor({ back: config.back, logger, isEnding, stop: signal });
    const metrics = await metricsApart(config, 'voordeur', server);
    await server.listen({ port: config.port, host: config.host });
    const close = async () => {
      stop.abort();
      await server.close();
      await metrics?.close();
    };
    await untilStopped({ close }, Promise.resolve());
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`);
    process.exitCode = 1;
  }
}
