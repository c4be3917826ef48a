import type { status } from '@grpc/grpc-js';
import type { Front } from './front.ts';
import type { Conduct } from './guard.ts';
import { MemoryLog } from './memory-log.ts';
import { startNode, type KeyPair, type Node } from './node.ts';

export type StandInOptions = Readonly<{
  /** How many nodes, the first of which leads. Default 1. */
  nodes?: number;
  /** Without it no TLS. */
  tls?: KeyPair;
  login?: Conduct['login'];
}>;

/** A server that speaks EventStoreDB's protocol and keeps its log in memory, for tests only. */
export type StandIn = Readonly<{
  /** Address of a client that needs neither a login nor TLS. */
  url: string;
  ports: readonly number[];
  log: MemoryLog;
  /** How it misbehaves, from now on. */
  conduct: Conduct;
  /** The network in front of each node. */
  fronts: readonly Front[];
  /** Ends every subscription as a server does that goes down in good order; gives how many. */
  endSubscriptions(): number;
  failSubscriptions(code: status): number;
  /** How many events were read so far, other than by subscriptions. */
  handedOut(): number;
  /** From now on another node leads, or for a while none does. */
  elect(node: number | 'nobody'): void;
  close(): Promise<void>;
}>;

/**
 * Starts the stand-in: it judges appends, reads and subscriptions as EventStoreDB 23.10 and later
 * do, as far as their source tells, and it breaks when it is told to. It proves nothing about
 * speed, disks or replication.
 */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const log = new MemoryLog();
  const conduct: Conduct = { replicationMs: 0, ...(options.login && { login: options.login }) };
  const nodes: Node[] = [];
  let leader: number | 'nobody' = 0;
  const portOf = (node: number) => nodes[node]?.front.port ?? 0;
  const cluster = () => nodes.map((_, node) => ({ port: portOf(node), leads: node === leader }));
  for (let own = 0; own < (options.nodes ?? 1); own++) {
    const found = () => (leader === 'nobody' ? undefined : { port: portOf(leader) });
    const role = { isLeader: () => leader === own, leader: found };
    nodes.push(await startNode({ log, conduct, role, cluster }, options.tls));
  }
  const fronts = nodes.map(({ front }) => front);
  const ports = fronts.map(({ port }) => port);
  const running = () => nodes.flatMap(({ reads }) => [...reads.subscriptions]);
  return {
    ...{ log, conduct, fronts, ports },
    url: `kurrentdb://${ports.map((port) => `127.0.0.1:${port}`).join(',')}?tls=false`,
    endSubscriptions: () => running().map((each) => each.end()).length,
    failSubscriptions: (code) => running().map((each) => each.fail(code)).length,
    handedOut: () => nodes.reduce((sum, { reads }) => sum + reads.handedOut, 0),
    elect: (node) => void (leader = node),
    close: async () => {
      for (const { front, server } of nodes) {
        server.forceShutdown();
        await front.close();
      }
    },
  };
}
