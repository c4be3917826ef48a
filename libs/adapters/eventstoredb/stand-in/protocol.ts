/**
 * The messages and services of EventStoreDB, as the client package ships them. They are CommonJS
 * that assembles its exports while it runs, so that only the whole of each module can be imported.
 */
import gossip, {
  type ClusterInfo as Cluster,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb.js';
import gossips, {
  type IGossipServer,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_grpc_pb.js';
import features, {
  type SupportedMethods as Features,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import told, {
  type IServerFeaturesServer,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import streams, {
  type AppendReq,
  type AppendResp,
  type ReadReq,
  type ReadResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import streaming, {
  type IStreamsServer,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';

export type { AppendReq, AppendResp, Cluster, Features, ReadReq, ReadResp };
export type { IGossipServer, IServerFeaturesServer, IStreamsServer };

export const { ClusterInfo, EndPoint, MemberInfo } = gossip;
export const { GossipService } = gossips;
export const { SupportedMethod, SupportedMethods } = features;
export const { ServerFeaturesService } = told;
export const { Empty, StreamIdentifier, UUID } = shared;
export const { AppendResp: AppendResponse, ReadReq: ReadRequest, ReadResp: ReadResponse } = streams;
export const { StreamsService } = streaming;
