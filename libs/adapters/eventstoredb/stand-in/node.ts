import { Server, ServerCredentials, status } from '@grpc/grpc-js';
import { appends } from './appends.ts';
import { openFront, type Front } from './front.ts';
import { refusalOf, type Conduct, type Role } from './guard.ts';
import type { MemoryLog } from './memory-log.ts';
import { serviceError } from './messages.ts';
import {
  ClusterInfo,
  EndPoint,
  GossipService,
  MemberInfo,
  ServerFeaturesService,
  StreamsService,
  SupportedMethod,
  SupportedMethods,
  UUID,
  type IGossipServer,
  type IServerFeaturesServer,
  type IStreamsServer,
} from './protocol.ts';
import { Reads } from './reads.ts';

export type Node = Readonly<{ server: Server; front: Front; reads: Reads }>;

/** Private key and certificate, in PEM. */
export type KeyPair = Readonly<{ key: Buffer; certificate: Buffer }>;

/** What the nodes of a cluster have in common, and what each is in it. */
export type Parts = Readonly<{
  log: MemoryLog;
  conduct: Conduct;
  role: Role;
  cluster(): readonly Readonly<{ port: number; leads: boolean }>[];
}>;

/** Starts one node: a gRPC server on a port of its own, with a network in front of it. */
export async function startNode(parts: Parts, tls?: KeyPair): Promise<Node> {
  const reads = new Reads(parts.log, parts.conduct, parts.role);
  const server = new Server();
  server.addService(ServerFeaturesService, { getSupportedMethods: features(parts.conduct) });
  server.addService(GossipService, { read: gossip(parts) });
  server.addService(StreamsService, {
    read: reads.handle,
    append: appends(parts.log, parts.conduct, parts.role),
    ...{ batchAppend: notHere, delete: notHere, tombstone: notHere },
  } satisfies IStreamsServer);
  const port = await bind(server, tls);
  return { server, reads, front: await openFront(port) };
}

function bind(server: Server, tls: KeyPair | undefined): Promise<number> {
  const credentials = tls
    ? ServerCredentials.createSsl(null, [{ private_key: tls.key, cert_chain: tls.certificate }])
    : ServerCredentials.createInsecure();
  return new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', credentials, (error, port) =>
      error ? reject(error) : resolve(port),
    );
  });
}

/** Says that appends may come in batches, as every server since 21.10 does. */
function features(conduct: Conduct): IServerFeaturesServer['getSupportedMethods'] {
  const batches = new SupportedMethod()
    .setServiceName('event_store.client.streams.Streams')
    .setMethodName('batchappend');
  const supported = new SupportedMethods()
    .setEventStoreServerVersion('24.10.0')
    .setMethodsList([batches]);
  return (_, done) => {
    const refusal = refusalOf(conduct);
    if (refusal) done(refusal);
    else if (conduct.silence !== 'before') done(null, supported);
  };
}

function gossip({ cluster }: Parts): IGossipServer['read'] {
  const { LEADER, FOLLOWER } = MemberInfo.VNodeState;
  const member = ({ port, leads }: ReturnType<Parts['cluster']>[number]) =>
    new MemberInfo()
      .setInstanceId(new UUID().setString(crypto.randomUUID()))
      .setTimeStamp('0')
      .setIsAlive(true)
      .setState(leads ? LEADER : FOLLOWER)
      .setHttpEndPoint(new EndPoint().setAddress('127.0.0.1').setPort(port));
  return (_, done) => done(null, new ClusterInfo().setMembersList(cluster().map(member)));
}

/** Appends in batches are refused: one broken line would fail all that are on their way. */
function notHere(call: { emit(event: 'error', error: Error): boolean }): void {
  call.emit('error', serviceError(status.UNIMPLEMENTED, 'The stand-in does not do this.'));
}
