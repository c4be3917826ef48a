import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { freePort } from '@wijkspoor/testing';
import { Closing } from './closing.ts';
import type { Environment } from './config.ts';
import { readConfig } from './config.ts';
import { openLog } from './logging.ts';
import { open } from './open.ts';

const opening = async (given: Environment) => {
  const config = readConfig({ LOG_LEVEL: 'silent', ...given }, {});
  return open(config, new Closing(), openLog(config, 'stderr'));
};

const where = (pointer: string, message: string) => ({
  faults: [{ pointer, message: expect.stringContaining(message) }],
});

describe('an engine that no adapter can serve', () => {
  it('is named, each with what is possible, before anything is opened', async () => {
    const given = { EVENT_LOG_URL: 'mysql://host', BUS_URL: 'amqp://host', READ_DB_URL: 'x:' };
    await expect(opening(given)).rejects.toMatchObject({
      faults: [
        { pointer: 'EVENT_LOG_URL', message: expect.stringMatching(/^mysql: kan hier niet;/) },
        { pointer: 'BUS_URL', message: expect.stringContaining('mogelijk zijn embedded:') },
        { pointer: 'READ_DB_URL', message: expect.stringContaining('postgres:') },
      ],
    });
  });

  it.each([
    ['EVENT_LOG_URL', { EVENT_LOG_URL: 'postgres://host/a', BUS_URL: 'postgres://host/b' }],
    ['READ_DB_URL', { EVENT_LOG_URL: 'kurrentdb://host', BUS_URL: 'postgres://host/b' }],
  ])('is a bus apart from %s, with which it stands', async (name, given) => {
    await expect(opening(given)).rejects.toMatchObject(where('BUS_URL', name));
  });
});

describe('a PostgreSQL where nobody lets us in', () => {
  it('is named with its setting: nobody listens', async () => {
    const url = `postgres://naam:geheim@127.0.0.1:${await freePort()}/stad`;
    const given = { EVENT_LOG_URL: url, READ_DB_URL: url };
    await expect(opening(given)).rejects.toMatchObject(where('EVENT_LOG_URL', 'niets luistert'));
  });

  it('is named with its setting: there is no such host', async () => {
    const given = {
      EVENT_LOG_URL: 'kurrentdb://host',
      READ_DB_URL: 'postgres://nergens.invalid/a',
    };
    await expect(opening(given)).rejects.toMatchObject(where('READ_DB_URL', 'niet te vinden'));
  });

  it('is told of both at once', async () => {
    const port = await freePort();
    const EVENT_LOG_URL = `postgres://a:b@127.0.0.1:${port}/a`;
    const READ_DB_URL = `postgres://a:b@127.0.0.1:${port}/b`;
    const faults = [{ pointer: 'EVENT_LOG_URL' }, { pointer: 'READ_DB_URL' }];
    await expect(opening({ EVENT_LOG_URL, READ_DB_URL })).rejects.toMatchObject({ faults });
  });

  it('is named when something else answers there', async () => {
    const web = createServer((socket) => {
      socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n');
    });
    await once(web.listen(0, '127.0.0.1'), 'listening');
    const address = web.address();
    const port = typeof address === 'object' && address ? address.port : 1;
    const url = `postgres://naam:geheim@127.0.0.1:${port}/stad`;
    await expect(opening({ EVENT_LOG_URL: url, READ_DB_URL: url })).rejects.toMatchObject({
      message: expect.stringMatching(
        /^EVENT_LOG_URL: wijst naar 127\.0\.0\.1:\d+, waar iets anders/,
      ),
    });
    await once(web.close(), 'close');
  });
});
