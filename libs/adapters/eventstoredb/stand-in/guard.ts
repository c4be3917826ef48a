import { status, type Metadata, type ServiceError } from '@grpc/grpc-js';
import { serviceError } from './messages.ts';

/** How the server is to misbehave, or what it is strict about. Changed while it runs. */
export type Conduct = {
  /** Every call is refused with this status. */
  refusal?: status | undefined;
  /** Calls come in and get no answer; `after` stores an append first. */
  silence?: 'before' | 'after' | undefined;
  /** An append is answered so much later; the same append meanwhile is dropped, as by a server. */
  replicationMs: number;
  /** Who may come in. Everyone when it is missing. */
  login?: Readonly<{ username: string; password: string }>;
};

/** What a node knows of the cluster it is in. */
export type Role = Readonly<{
  isLeader(): boolean;
  /** Undefined while an election lasts. */
  leader(): Readonly<{ port: number }> | undefined;
}>;

/** Why a call is not answered as it should be; undefined when it may go on. */
export function objection(conduct: Conduct, role: Role, metadata: Metadata) {
  return refusalOf(conduct) ?? intruder(conduct, metadata) ?? notLeader(role, metadata);
}

export const refusalOf = ({ refusal }: Conduct): ServiceError | undefined =>
  refusal === undefined ? undefined : serviceError(refusal, 'So it was told.');

function intruder({ login }: Conduct, metadata: Metadata): ServiceError | undefined {
  if (!login) return undefined;
  const [given] = metadata.get('authorization');
  const { username, password } = login;
  if (given === `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`)
    return undefined;
  if (given) return serviceError(status.UNAUTHENTICATED, 'Bad HTTP response, status code: 401');
  return serviceError(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
}

function notLeader(role: Role, metadata: Metadata): ServiceError | undefined {
  if (role.isLeader() || metadata.get('requires-leader')[0] !== 'true') return undefined;
  const leader = role.leader();
  if (!leader) return serviceError(status.UNKNOWN, 'No leader info available in response');
  return serviceError(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': '127.0.0.1',
    'leader-endpoint-port': String(leader.port),
  });
}
