import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Recorded } from '@wijkspoor/kernel';
import type { WijkspoorEvent } from '@wijkspoor/wire';
import { testDatabase } from '@wijkspoor/testing';
import { viewCheckpoint } from '../checkpoint.ts';
import type { ViewsInTest } from '../fixtures/database.fixture.ts';
import { alleRijen, projecteer, viewsInTest } from '../fixtures/database.fixture.ts';
import { logboek } from '../fixtures/logboek.fixture.ts';
import { stad, verwachteRijen } from '../fixtures/stad.fixture.ts';
import type { View } from '../view.ts';
import { zakenView } from './zaken.view.ts';

let views: ViewsInTest;
let view: View<WijkspoorEvent>;

beforeAll(async () => {
  views = await viewsInTest(await testDatabase());
  view = zakenView(views.ds);
});
afterAll(async () => views[Symbol.asyncDispose]());
beforeEach(async () => views.ds.query('truncate lees.zaken, lees.view_checkpoints'));

const nooit = async (stream: string): Promise<never> => {
  throw new Error(`${stream} should not have been read again`);
};

const voor = (events: readonly Recorded<WijkspoorEvent>[], stream: string) =>
  events.filter((event) => event.stream === stream);

describe('the view of cases', () => {
  it('has a row for each case, equal to the fold of its stream', async () => {
    const log = stad(40);
    await projecteer(views.ds, log);
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
  });

  it('remembers how far it has come', async () => {
    const log = stad(3);
    await projecteer(views.ds, log);
    expect(await viewCheckpoint(views.ds, 'zaken').load()).toBe(log.events.length);
  });

  it('counts on where a log of thousands of millions of events has come', async () => {
    const log = stad(2);
    const ver = log.events.map((event) => ({ ...event, position: event.position + 5_000_000_000 }));
    const checkpoint = viewCheckpoint(views.ds, 'zaken');
    await checkpoint.save(5_000_000_000);
    await view.apply(ver, 0, nooit);
    await view.apply([], 0, nooit);
    expect(await checkpoint.load()).toBe(5_000_000_000 + log.events.length);
  });

  it('does not believe to be further than it is when a batch is given in parts', async () => {
    const log = stad(3);
    const checkpoint = viewCheckpoint(views.ds, 'zaken');
    await view.apply(log.events.slice(0, 6), 6, nooit);
    const rest = log.events.slice(6);
    for (const stream of ['zaak-stad-1', 'zaak-stad-0', 'zaak-stad-2'] as const) {
      const deel = voor(rest, stream);
      await view.apply(deel, deel.at(-1)?.position ?? 0, nooit);
      expect(await checkpoint.load()).toBe(6);
    }
    await checkpoint.save(log.events.length);
    expect(await checkpoint.load()).toBe(log.events.length);
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
  });

  it('is not changed by an event or a batch that comes again', async () => {
    const log = stad(20);
    const dubbel = log.events.flatMap((event) => [event, event]);
    await view.apply(dubbel, log.events.length, nooit);
    await projecteer(views.ds, log);
    await projecteer(views.ds, log, log.events.length - 7);
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
  });

  it('does not mind how streams lie among each other', async () => {
    const log = stad(20);
    const perStream = log.events.toSorted((a, b) => b.stream.localeCompare(a.stream));
    for (let van = 0; van < perStream.length; van += 13)
      await view.apply(perStream.slice(van, van + 13), 1, nooit);
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
  });

  it('reads a stream again when an event of it was missed', async () => {
    const log = stad(5);
    const zonder = log.events.filter(
      ({ stream, revision }) => stream !== 'zaak-stad-2' || revision > 1,
    );
    const gelezen: string[] = [];
    await view.apply(zonder, log.events.length, async (stream) => {
      gelezen.push(stream);
      return log.reread(stream);
    });
    expect(gelezen).toEqual(['zaak-stad-2']);
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
  });

  it('reads a stream again when the event after those it has is missing', async () => {
    const log = stad(1);
    await view.apply(log.events.slice(0, 2), 2, nooit);
    await view.apply(log.events.slice(3, 4), 4, log.reread);
    await view.apply(log.events.slice(2, 3), 3, nooit);
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
  });

  it('stops, and writes nothing, when the log does not give what was missed either', async () => {
    const log = stad(2);
    const laatste = voor(log.events, 'zaak-stad-0').at(-1);
    if (!laatste) throw new Error('no events');
    const poging = view.apply([...voor(log.events, 'zaak-stad-1'), laatste], 99, async () => []);
    await expect(poging).rejects.toThrow('reading it again gave nothing');
    expect(await alleRijen(views.ds)).toEqual([]);
    expect(await viewCheckpoint(views.ds, 'zaken').load()).toBe(0);
  });

  it('writes rows and checkpoint together or not at all', async () => {
    const log = stad(4);
    await views.ds.query(
      'alter table lees.view_checkpoints add constraint vol check (position < 5)',
    );
    await expect(view.apply(log.events, log.events.length, nooit)).rejects.toThrow('vol');
    expect(await alleRijen(views.ds)).toEqual([]);
    await views.ds.query('alter table lees.view_checkpoints drop constraint vol');
    await view.apply(log.events, log.events.length, nooit);
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
  });

  it('passes over what is not about a case', async () => {
    const log = logboek();
    const werkbezoekId = 'werkbezoek-1';
    const data = {
      aanmelding: { bron: 'staf', id: '1' },
      kanaal: 'werkbezoek',
      wethouder: 'wonen',
    };
    log.append(werkbezoekId, {
      type: 'WerkbezoekVastgelegd',
      data: { ...data, werkbezoekId, wijken: [], bezoekOp: '2026-03-02', registraties: [] },
    });
    await projecteer(views.ds, log);
    expect(await alleRijen(views.ds)).toEqual([]);
    expect(await viewCheckpoint(views.ds, 'zaken').load()).toBe(1);
  });
});
