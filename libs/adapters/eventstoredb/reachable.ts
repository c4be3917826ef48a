import { once } from 'node:events';
import type { Address } from './address.ts';
import { CannotStart } from './errors.ts';
import type { Reader } from './event-log.read.ts';
import { reason, Silence } from './outage.ts';

/** Time enough for a server far away, and a start takes ten seconds at most. */
const answeredMs = 9_000;

/**
 * Both halves of the client come in, each with its own trust in certificates, and may read the
 * whole log; or a person hears what to do about it.
 */
export async function proveReachable(address: Address, reader: Reader): Promise<void> {
  const late = AbortSignal.timeout(answeredMs);
  const tooLate = once(late, 'abort').then(() => {
    throw new Silence('no answer within 9 seconds');
  });
  try {
    await Promise.race([reader.head(), tooLate]);
  } catch (error) {
    throw cannotStart(address, error as Error);
  }
}

function cannotStart({ hosts, login }: Address, error: Error): CannotStart {
  const told = reason(error.cause ?? error).replace(/[.\s]+$/, '');
  const found =
    matters.find(([sign]) => sign.test(told))?.[1] ?? (() => `waar het misgaat: ${told}`);
  return new CannotStart(`wijst naar ${hosts}, ${found(login?.username)}.`, { cause: error });
}

type Sentence = (username: string | undefined) => string;

/** Signs in what is told of an error, and what a person is to make of it. */
const matters: readonly (readonly [RegExp, Sentence])[] = [
  [/ECONNREFUSED/, () => 'waar geen server luistert'],
  [/Failed to discover/, () => 'waar geen cluster te vinden is: kloppen de namen, poorten en tls'],
  [/Name resolution|ENOTFOUND|EAI_AGAIN/, () => 'een naam die niet te vinden is'],
  [
    /EPROTO|SSL routines/,
    () => 'waar geen TLS wordt gesproken: zet dat daar aan, of geef tls=false',
  ],
  [
    /certificate|altnames|^UnavailableError/i,
    () => `waarvan het certificaat niet is te vertrouwen: ${issuer}`,
  ],
  [/UNAUTHENTICATED|PERMISSION_DENIED|AccessDenied/, mayNot],
  [/Failed to connect|ECONNRESET|dropped/, () => 'waar de lijn meteen breekt: laat tls=false weg'],
  [/UNIMPLEMENTED|HTTP status/, () => 'waar iets anders dan EventStoreDB antwoordt'],
  [/no answer within/, () => 'waar niets antwoordt'],
];

const issuer = 'noem met tlsCAFile wie het uitgaf';

function mayNot(username: string | undefined): string {
  if (username === undefined) return 'waar een gebruiker met wachtwoord bij nodig is';
  return `waar gebruiker ${username} niet binnenkomt of niet alles ($all) mag lezen`;
}
