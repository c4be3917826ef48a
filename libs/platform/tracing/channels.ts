import type { IncomingMessage, Inbox, JudgeMessages, Reply } from '@wijkspoor/ports';
import type { Spans } from './spans.ts';

/** What a sender may have put its trace in: the extension of CloudEvents goes before the header. */
const headers = ['ce_traceparent', 'traceparent'];

/** Where channels put their messages, each judged in a span within the trace of its sender. */
export function tracedInbox(inbox: Inbox, spans: Spans): Inbox {
  return {
    ...inbox,
    read: ({ group, judge }, stop) => inbox.read({ group, judge: judgeEach(judge, spans) }, stop),
  };
}

// One by one, side by side: they are asked for in their order, which is all that judging needs.
function judgeEach(judge: JudgeMessages, spans: Spans): JudgeMessages {
  return async (messages) => {
    const judged = await Promise.allSettled(messages.map((one) => traced(one, judge, spans)));
    return judged.map((one) => {
      if (one.status === 'rejected') throw one.reason;
      return one.value;
    });
  };
}

async function traced(
  message: IncomingMessage,
  judge: JudgeMessages,
  spans: Spans,
): Promise<Reply | undefined> {
  const { topic, partition, offset } = message;
  const parent = spans.remote(traceparentOf(message)) ?? spans.root;
  const attributes = {
    'messaging.system': 'kafka',
    'messaging.operation.type': 'process',
    'messaging.destination.name': topic,
    'messaging.destination.partition.id': String(partition),
    'messaging.kafka.offset': Number(offset),
  };
  const options = { kind: spans.otel.SpanKind.CONSUMER, attributes };
  return spans.around(spans.start('channel message', options, parent), parent, async (span) => {
    const [reply] = await judge([message]);
    span.setAttribute('wijkspoor.refused', reply !== undefined);
    return reply;
  });
}

function traceparentOf(message: IncomingMessage): string | undefined {
  const found = headers.flatMap((wanted) =>
    message.headers.filter(([name]) => name.toLowerCase() === wanted),
  );
  return found[0] && Buffer.from(found[0][1]).toString();
}
