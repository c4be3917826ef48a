import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import type { Entry, ExpectedState, Proposed, Verdict } from './memory-log.ts';
import {
  AppendResponse,
  Empty,
  ReadRequest,
  ReadResponse,
  StreamIdentifier,
  UUID,
  type AppendReq,
  type AppendResp,
  type ReadReq,
  type ReadResp,
} from './protocol.ts';

/** What a reader asks for. `count` is missing when it wants to be kept informed. */
export type Asked = Readonly<{
  /** Missing when it is about all streams together. */
  stream?: string;
  from: number | 'start' | 'end';
  backwards: boolean;
  count?: number;
  accepts(entry: Entry): boolean;
}>;

const name = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();

export function askedIn(request: ReadReq): Asked {
  const options = request.getOptions() ?? new ReadRequest.Options();
  const stream = options.getStream();
  const all = options.getAll();
  const revision = stream?.hasRevision() ? Number(stream.getRevision()) : undefined;
  const position = all?.hasPosition() ? Number(all.getPosition()?.getCommitPosition()) : undefined;
  const isEnd = stream?.hasEnd() || all?.hasEnd();
  return {
    ...(stream && { stream: name(stream.getStreamIdentifier()?.getStreamName_asU8()) }),
    from: revision ?? position ?? (isEnd ? 'end' : 'start'),
    backwards: options.getReadDirection() === ReadRequest.Options.ReadDirection.BACKWARDS,
    ...(options.hasCount() && { count: Number(options.getCount()) }),
    accepts: acceptedBy(options.getFilter()),
  };
}

type Filter = NonNullable<ReturnType<NonNullable<ReturnType<ReadReq['getOptions']>>['getFilter']>>;

function acceptedBy(filter: Filter | undefined): Asked['accepts'] {
  const byType = filter?.getEventType();
  const wanted = byType ?? filter?.getStreamIdentifier();
  if (!wanted) return () => true;
  const regex = wanted.getRegex() ? new RegExp(wanted.getRegex()) : undefined;
  return (entry) => {
    const text = byType ? entry.type : entry.stream;
    return regex?.test(text) ?? wanted.getPrefixList().some((prefix) => text.startsWith(prefix));
  };
}

const ticksPerMs = 10_000n;

export function eventMessage(entry: Entry): ReadResp {
  const position = String(entry.position);
  const recorded = new ReadResponse.ReadEvent.RecordedEvent()
    .setId(new UUID().setString(entry.id))
    .setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from(entry.stream)))
    .setStreamRevision(String(entry.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setCustomMetadata(entry.meta)
    .setData(entry.data);
  recorded
    .getMetadataMap()
    .set('type', entry.type)
    .set('content-type', entry.contentType)
    .set('created', String(BigInt(entry.created) * ticksPerMs));
  const event = new ReadResponse.ReadEvent().setEvent(recorded).setCommitPosition(position);
  return new ReadResponse().setEvent(event);
}

export function notFoundMessage(stream: string): ReadResp {
  const identifier = new StreamIdentifier().setStreamName(Buffer.from(stream));
  const notFound = new ReadResponse.StreamNotFound().setStreamIdentifier(identifier);
  return new ReadResponse().setStreamNotFound(notFound);
}

export const confirmation = (): ReadResp =>
  new ReadResponse().setConfirmation(
    new ReadResponse.SubscriptionConfirmation().setSubscriptionId(crypto.randomUUID()),
  );

export const caughtUp = (): ReadResp => new ReadResponse().setCaughtUp(new ReadResponse.CaughtUp());

export const checkpoint = ({ position }: Entry): ReadResp =>
  new ReadResponse().setCheckpoint(
    new ReadResponse.Checkpoint()
      .setCommitPosition(String(position))
      .setPreparePosition(String(position)),
  );

export const streamDeleted = (stream: string): ServiceError =>
  serviceError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

type AppendOptions = NonNullable<ReturnType<AppendReq['getOptions']>>;

export function expectedIn(options: AppendOptions): ExpectedState {
  if (options.hasRevision()) return Number(options.getRevision());
  if (options.hasNoStream()) return 'none';
  return options.hasStreamExists() ? 'exists' : 'any';
}

export const streamIn = (options: AppendOptions) =>
  name(options.getStreamIdentifier()?.getStreamName_asU8());

/** Throws for an id that is no UUID, as the server's parser does. */
export function proposedIn(request: AppendReq): Proposed | undefined {
  const message = request.getProposedMessage();
  if (!message) return undefined;
  const id = message.getId()?.getString() ?? '';
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new Error(`no UUID: ${id}`);
  return {
    id: id.toLowerCase(),
    type: message.getMetadataMap().get('type') ?? '',
    contentType: message.getMetadataMap().get('content-type') ?? '',
    data: message.getData_asU8(),
    meta: message.getCustomMetadata_asU8(),
  };
}

export function answer(verdict: Verdict): AppendResp {
  if (!verdict.stored) return new AppendResponse().setWrongExpectedVersion(wrong(verdict.actual));
  const position = String(verdict.position);
  const place = new AppendResponse.Position()
    .setCommitPosition(position)
    .setPreparePosition(position);
  const success = new AppendResponse.Success()
    .setCurrentRevision(String(verdict.revision))
    .setPosition(place);
  return new AppendResponse().setSuccess(success);
}

function wrong(actual: number) {
  const message = new AppendResponse.WrongExpectedVersion();
  if (actual < 0) message.setCurrentNoStream(new Empty());
  else message.setCurrentRevision(String(actual));
  return message;
}

/** An error as the server gives it: what it is stands in the trailers. */
export function serviceError(
  code: status,
  details: string,
  trailers: Readonly<Record<string, string>> = {},
): ServiceError {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
}
