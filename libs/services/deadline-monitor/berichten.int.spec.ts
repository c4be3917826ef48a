import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Registratie } from '@wijkspoor/domain';
import type { Instant } from '@wijkspoor/kernel';
import type { Running } from '@wijkspoor/platform';
import type { TestDatabase } from '@wijkspoor/testing';
import { eventually, get, testClock, testDatabase } from '@wijkspoor/testing';
import { openViews, zakenView } from '@wijkspoor/views';
import { project } from '@wijkspoor/flow';
import { codec } from '@wijkspoor/wire';
import { SMTPServer } from 'smtp-server';
import { advies, doe, klokIsBij, startMonitor, vraag } from './fixtures/monitor.fixture.ts';

const clock = testClock('2031-01-06T09:00:00.000Z');
let database: TestDatabase;
let running: Running;
let server: SMTPServer;
let settings: Record<string, string>;
/** What the mail server got: to whom, and the whole of it. */
const mails: { to: string; mail: string }[] = [];
/** How many of the next mails the mail server turns away. */
let broken = 0;

beforeAll(async () => {
  database = await testDatabase();
  server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'] },
    onRcptTo: (_to, _session, done) =>
      broken-- > 0 ? done(Object.assign(new Error('te druk'), { responseCode: 451 })) : done(),
    onData(stream, { envelope }, done) {
      let mail = '';
      stream.on('data', (part: Buffer) => (mail += part.toString()));
      stream.on('end', () => {
        mails.push({ to: envelope.rcptTo[0]?.address ?? '', mail });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  settings = {
    BEZORGING_SMTP_URL: `smtp://127.0.0.1:${port}`,
    BEZORGING_AFZENDER: 'wijkspoor@gemeente.example',
    BEZORGING_LINK: 'https://wijkspoor.gemeente.example/',
  };
  running = await startMonitor(database.url, clock, settings);
}, 60_000);

afterAll(async () => {
  await running?.close();
  await new Promise<void>((done) => server.close(() => done()));
  await database?.[Symbol.asyncDispose]();
});

async function opnieuwOm(now: Instant, met: Record<string, string> = settings): Promise<void> {
  await klokIsBij(running, database.url);
  await running.close();
  clock.set(now);
  running = await startMonitor(database.url, clock, met);
}

const registreer = async (registratie: Registratie) => {
  const zaakId = await doe(running, {
    type: 'RegistreerZaak',
    data: { registratie, now: clock.now() },
  });
  await eventually(
    async () => (await running.log.read(zaakId)).length,
    (length) => length >= 2,
  );
  return zaakId;
};

type Bericht = {
  ontvanger: string;
  datum: string;
  status: string;
  pogingen: number;
  reden: string;
};

const berichten = async (vraag: string) =>
  (await get(`${running.url}/v1/berichten?${vraag}`)).body['berichten'] as Bericht[];

const wordt = async (datum: string, status: string) =>
  eventually(
    async () => (await berichten('ontvanger=wijk-mt:tarwewijk')).filter((b) => b.datum === datum),
    (gevonden) => gevonden[0]?.status === status,
    20_000,
  );

describe('who is to hear of several cases', () => {
  it('gets one mail a day, with what is over its term first', async () => {
    await registreer(advies('te laat', '2030-12-02'));
    await registreer(advies('bijna', '2030-12-09'));
    await registreer(vraag('stil', '2031-01-06'));
    await opnieuwOm('2031-01-20T09:00:00.000Z');
    await wordt('2031-01-20', 'bezorgd');
    const naarWijkMt = mails.filter(({ to }) => to === 'tarwewijk@wijk-mt.gemeente.example');
    expect(naarWijkMt).toHaveLength(1);
    const mail = naarWijkMt[0]?.mail ?? '';
    expect(mail).toContain('Subject: 3 zaken vragen uw aandacht, 1 te laat');
    expect(mail).toContain('Beste Wijk MT Tarwewijk,');
    expect(mail.indexOf('De termijn is voorbij')).toBeLessThan(mail.indexOf('bijna voorbij'));
    expect(mail).toContain('https://wijkspoor.gemeente.example/v1/zaken/zaak-');
    expect(mail).not.toContain('Het lekt');
  }, 60_000);

  it('gets no second one that day, and the next day only what is new', async () => {
    await opnieuwOm('2031-01-20T15:00:00.000Z');
    await opnieuwOm('2031-01-21T09:00:00.000Z');
    await opnieuwOm('2031-01-27T09:00:00.000Z');
    await wordt('2031-01-27', 'bezorgd');
    // That of a day on which the monitor had just stopped may come together with the last one.
    const alle = await eventually(
      async () => berichten('ontvanger=wijk-mt:tarwewijk'),
      (nu) => nu.every(({ status }) => status === 'bezorgd'),
    );
    const dagen = alle.map(({ datum }) => datum);
    expect(new Set(dagen).size).toBe(dagen.length);
    const naarWijkMt = mails.filter(({ to }) => to === 'tarwewijk@wijk-mt.gemeente.example');
    expect(naarWijkMt).toHaveLength(dagen.length);
  }, 60_000);
});

describe('a mail server that turns mail away', () => {
  it('gets it again later, and the attempts can be seen', async () => {
    broken = 99;
    await opnieuwOm('2031-02-03T09:00:00.000Z');
    const [geweigerd] = await wordt('2031-02-03', 'wordt-herhaald');
    expect(geweigerd).toMatchObject({ pogingen: 1, reden: expect.stringContaining('te druk') });
    broken = 0;
    await opnieuwOm('2031-02-03T09:00:30.000Z');
    expect((await wordt('2031-02-03', 'wordt-herhaald'))[0]).toMatchObject({ pogingen: 1 });
    await opnieuwOm('2031-02-03T09:02:00.000Z');
    expect((await wordt('2031-02-03', 'bezorgd'))[0]).toMatchObject({ pogingen: 2 });
  }, 60_000);
});

describe('a message that cannot be delivered', () => {
  it('is drawn up, and shows that no mail server is set up', async () => {
    await opnieuwOm('2031-02-10T09:00:00.000Z', {});
    const [bericht] = await wordt('2031-02-10', 'niet-ingesteld');
    expect(bericht?.reden).toBe('bezorgen langs e-mail is niet ingesteld');
    expect(await berichten('status=niet-ingesteld')).not.toEqual([]);
    await opnieuwOm('2031-02-10T10:00:00.000Z');
    expect(await wordt('2031-02-10', 'niet-ingesteld')).toHaveLength(1);
  }, 60_000);
});

describe('the warnings that stand', () => {
  const signalen = async (vraag: string) =>
    (await get(`${running.url}/v1/signalen?${vraag}`)).body['signalen'] as Record<
      string,
      unknown
    >[];

  it('are the last of each case, on any day, and go when the case is answered', async () => {
    const views = await openViews(database.url);
    const projecteer = async () => {
      const apply = project(zakenView(views), running.log, codec);
      for await (const batch of running.log.replay(0)) await apply(batch);
    };
    await projecteer();
    await klokIsBij(running, database.url);
    const zaken = await signalen('wijk=tarwewijk&peildatum=2031-01-20');
    expect(zaken).toHaveLength(6);
    expect(zaken[1]).toMatchObject({
      ...{ signaal: 'herinnering', einde: '2031-01-13', trede: 7, gegevenOp: '2031-01-20' },
    });
    expect(await signalen('wijk=bloemhof')).toEqual([]);
    const zaakId = String(zaken[0]?.['zaakId']) as `zaak-${string}`;
    const antwoord = { vorm: 'schriftelijk', antwoordOp: '2031-02-10', inhoud: 'Ja.' } as const;
    const data = { zaakId, door: 'wijk-mt:tarwewijk', ...antwoord, now: clock.now() };
    await doe(running, { type: 'GeefAntwoord', data });
    await projecteer();
    await views.destroy();
    const erna = await signalen('peildatum=2031-02-10');
    expect(erna.map((signaal) => signaal['zaakId'])).not.toContain(zaakId);
    expect(await signalen('peildatum=2031-01-20')).toEqual(zaken);
  }, 60_000);
});
