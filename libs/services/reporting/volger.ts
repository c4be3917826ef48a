import { setTimeout as sleep } from 'node:timers/promises';
import { project } from '@wijkspoor/flow';
import type { Follower } from '@wijkspoor/platform';
import type { EventLog, HandleBatch } from '@wijkspoor/ports';
import { viewCheckpoint, zakenView, zakenViewName } from '@wijkspoor/views';
import { codec } from '@wijkspoor/wire';
import type { DataSource } from 'typeorm';

/** Keeps the view of all cases up to date. */
export function zakenVolger(log: EventLog, views: DataSource): Follower {
  return {
    group: 'reporting',
    handle: gathering(project(zakenView(views), log, codec)),
    // The view moves its own checkpoint in the transaction that writes the rows, where positions
    // are a count. Where they are places in bytes, only who follows knows that nothing lies
    // between.
    checkpoint: viewCheckpoint(views, zakenViewName),
  };
}

const gatherMs = 40;
const fullBatch = 1_000;

// What happens to a new case comes in three events within milliseconds. Together they are one write
// of its row; one by one they would be three, and each of them costs as much as the three together.
function gathering(handle: HandleBatch): HandleBatch {
  return async (batch) => {
    await handle(batch);
    if (batch.length < fullBatch) await sleep(gatherMs);
  };
}
