import { status } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { someEvents, someStream } from '@wijkspoor/ports/contract';
import { CannotStart } from './errors.ts';
import { openEventStoreDbEventLog } from './event-log.ts';
import { tlsForTests, trustedForTests } from './stand-in/certificates.ts';
import { startStandIn, type StandIn } from './stand-in/stand-in.ts';

const login = { username: 'jan@stad', password: 'a:b@c%d é' };
const who = `${encodeURIComponent(login.username)}:${encodeURIComponent(login.password)}`;

describe('an event log in EventStoreDB at its start', () => {
  let open: StandIn;
  let closed: StandIn;

  beforeAll(async () => {
    open = await startStandIn();
    closed = await startStandIn({ login, tls: tlsForTests });
  });
  afterAll(async () => {
    await open.close();
    await closed.close();
  });

  /** Fails to open, in one sentence; gives what it says. */
  async function refusal(url: string): Promise<string> {
    const error = await openEventStoreDbEventLog({ url }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(CannotStart);
    const { message } = error as CannotStart;
    expect(message).toMatch(/^EVENT_LOG_URL [^\n]+\.$/);
    expect(message).not.toContain(login.password);
    return message;
  }

  it('comes in with a user and a password over TLS', async () => {
    const url = `kurrentdb://${who}@localhost:${closed.ports[0]}?${trustedForTests}`;
    const log = await openEventStoreDbEventLog({ url });
    const stream = someStream();
    await log.append(stream, someEvents(2), 'none');
    expect(await log.read(stream)).toHaveLength(2);
    const { value } = await log.replay(0)[Symbol.asyncIterator]().next();
    expect(value).toHaveLength(2);
    await log.close();
  });

  it.each([
    ['a server that is not there', () => 'localhost:1?tls=false', 'waar geen server luistert'],
    ['a cluster that is not there', () => 'localhost:1,localhost:2?tls=false', 'geen cluster'],
    ['a name that is not there', () => 'nergens.invalid?tls=false', 'niet te vinden'],
    ['a server without TLS', () => `localhost:${open.ports[0]}`, 'geen TLS'],
    [
      'a server with TLS only',
      () => `localhost:${closed.ports[0]}?tls=false`,
      'laat tls=false weg',
    ],
    ['an unknown certificate', () => `${who}@localhost:${closed.ports[0]}`, 'certificaat'],
    [
      'a wrong password',
      () => `jan:fout@localhost:${closed.ports[0]}?${trustedForTests}`,
      'gebruiker jan ',
    ],
    [
      'no password',
      () => `localhost:${closed.ports[0]}?${trustedForTests}`,
      'een gebruiker met wachtwoord',
    ],
  ])('says what is the matter with %s', async (_, address, what) => {
    expect(await refusal(`kurrentdb://${address()}`)).toContain(what);
  });

  it('says so when nothing answers, and what a server says that is not ready', async () => {
    open.conduct.silence = 'before';
    expect(await refusal(open.url)).toContain('waar niets antwoordt');
    open.conduct.silence = undefined;
    open.conduct.refusal = status.UNAVAILABLE;
    expect(await refusal(open.url)).toContain('So it was told');
    open.conduct.refusal = undefined;
  });
});
