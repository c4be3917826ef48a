import { describe, expect, it } from '@jest/globals';
import { Closing } from './closing.ts';
import type { Environment } from './config.ts';
import { readConfig } from './config.ts';
import { openLog } from './logging.ts';
import { open } from './open.ts';

const opening = async (given: Environment) => {
  const config = readConfig({ LOG_LEVEL: 'silent', ...given }, {});
  return open(config, new Closing(), openLog(config, 'stderr'));
};

describe('an engine that no adapter can serve', () => {
  it('is named, each with what is possible, before anything is opened', async () => {
    const given = { EVENT_LOG_URL: 'kurrentdb://host', BUS_URL: 'kafka://host', READ_DB_URL: 'x:' };
    await expect(opening(given)).rejects.toMatchObject({
      faults: [
        { pointer: 'EVENT_LOG_URL', message: expect.stringMatching(/^kurrentdb: kan hier niet;/) },
        { pointer: 'BUS_URL', message: expect.stringContaining('mogelijk zijn embedded:') },
        { pointer: 'READ_DB_URL', message: expect.stringContaining('postgres:') },
      ],
    });
  });

  it('is a bus apart from the log that it follows', async () => {
    const given = { EVENT_LOG_URL: 'postgres://host/a', BUS_URL: 'postgres://host/b' };
    await expect(opening(given)).rejects.toMatchObject({
      faults: [{ pointer: 'BUS_URL', message: expect.stringContaining('EVENT_LOG_URL') }],
    });
  });
});
