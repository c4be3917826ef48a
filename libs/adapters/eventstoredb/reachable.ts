import type { Address } from './address.ts';
import { CannotStart } from './errors.ts';
import { Reader } from './event-log.read.ts';
import { reason } from './outage.ts';
import { Session } from './session.ts';
import { hearOnce } from './subscription.ts';

/** A server that leads someone else first may take this twice: the start has ten seconds in all. */
const answeredMs = 4_500;

/**
 * Both halves of the client come in, each with its own trust in certificates, and may read the
 * whole log; or a person hears what to do about it.
 */
export async function proveReachable(address: Address): Promise<void> {
  const session = new Session(address, answeredMs);
  const listens = () => session.ask((client) => hearOnce(client, session, ['confirmation']));
  try {
    // The half that listens says what is wrong; of the half that reads we only hear that it is.
    const [heard, read] = await Promise.allSettled([
      session.insist(listens),
      new Reader(session).head(),
    ]);
    if (heard.status === 'rejected') throw cannotStart(address, heard.reason);
    if (read.status === 'rejected') throw cannotStart(address, read.reason);
  } finally {
    session.close();
  }
}

function cannotStart({ hosts, login }: Address, cause: unknown): CannotStart {
  const told = reason(cause);
  const known = matters.find(([sign]) => sign.test(told))?.[1] ?? `waar het misgaat: ${told}`;
  const who = login
    ? `gebruiker ${login.username} met dit wachtwoord`
    : 'wie geen wachtwoord geeft';
  const what = known.replace('[wie]', who).replace(/\s+/g, ' ');
  return new CannotStart(`wijst naar ${hosts}, ${what}.`, { cause });
}

/** Signs in what is told of an error, and what a person is to make of it. */
const matters: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED|Failed to discover/, 'waar geen server luistert'],
  [/Name resolution|ENOTFOUND|EAI_AGAIN/, 'een naam die niet te vinden is'],
  [/EPROTO|SSL routines/, 'waar geen TLS wordt gesproken: geef een server met TLS, of tls=false'],
  [
    /certificate|altnames/i,
    'waarvan het certificaat niet is te vertrouwen: noem met tlsCAFile wie het uitgaf',
  ],
  [/UNAUTHENTICATED/, 'waar [wie] niet binnenkomt'],
  [/PERMISSION_DENIED|AccessDenied/, 'waar [wie] niet alles mag lezen ($all)'],
  [/Failed to connect|ECONNRESET|dropped/, 'waar alleen met TLS te praten is: laat tls=false weg'],
  [/UNIMPLEMENTED|HTTP status/, 'waar iets anders dan EventStoreDB antwoordt'],
  [/no answer within/, 'waar niets antwoordt'],
];
