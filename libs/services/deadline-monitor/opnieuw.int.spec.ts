import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BerichtId, Berichtregel, ZaakId } from '@wijkspoor/domain';
import { project } from '@wijkspoor/flow';
import type { Running } from '@wijkspoor/platform';
import { packageFolder } from '@wijkspoor/platform';
import type { Mailserver, TestDatabase, TestFolder } from '@wijkspoor/testing';
import { eventually, mailserver, testClock, testDatabase, testFolder } from '@wijkspoor/testing';
import { openViews, zakenView } from '@wijkspoor/views';
import { codec } from '@wijkspoor/wire';
import { leesBericht } from './bezorging/schrijf-bericht.ts';
import { opgegeven } from './bezorging/vraag-opnieuw.ts';
import { advies, doe, klokIsBij, startMonitor } from './fixtures/monitor.fixture.ts';

type Views = Awaited<ReturnType<typeof openViews>>;

const zakenVan = (regels: readonly Berichtregel[]) =>
  [...new Set(regels.map(({ zaakId }) => zaakId))].toSorted();

const clock = testClock('2031-01-06T09:00:00.000Z');
const door = 'functioneel-beheer';
let database: TestDatabase;
let folder: TestFolder;
let server: Mailserver;
let views: Views;
let settings: Record<string, string>;
let monitors: Running[] = [];

beforeAll(async () => {
  [database, folder] = await Promise.all([testDatabase(), testFolder()]);
  server = await mailserver((adres) => adres.startsWith('oud-'));
  await cp(join(packageFolder, 'infra/gemeenten/voorbeeldstad'), folder.path, { recursive: true });
  settings = { GEMEENTE: folder.path, BEZORGING_SMTP_URL: server.url };
  views = await openViews(database.url);
}, 60_000);

afterAll(async () => {
  await stop();
  await views?.destroy();
  await server?.weg();
  await database?.[Symbol.asyncDispose]();
  await folder?.[Symbol.asyncDispose]();
});

async function stop() {
  for (const monitor of monitors.splice(0)) await monitor.close();
}

/** Starts so many monitors on the addresses of roles that the municipality names. */
async function start(aantal: number, adressen: Readonly<Record<string, string>>): Promise<Running> {
  const regels = Object.entries(adressen).map(
    ([rol, email]) => `  - { rol: '${rol}', email: '${email}' }`,
  );
  await writeFile(join(folder.path, 'ontvangers.yaml'), `ontvangers:\n${regels.join('\n')}\n`);
  const beginnen = Array.from({ length: aantal }, async () =>
    startMonitor(database.url, clock, settings),
  );
  monitors = await Promise.all(beginnen);
  const [eerste] = monitors;
  if (!eerste) throw new Error('no monitor runs');
  return eerste;
}

const oud = { 'wijk-mt:*': 'oud-{code}@mt.example' };
const nieuw = {
  'wijk-mt:*': 'nieuw-{code}@mt.example',
  'wijkmanager:*': 'manager-{code}@mt.example',
};

const verloop = async ({ log }: Running, id: BerichtId) =>
  (await leesBericht(log, id)).map((event) => event.type);

const laatste = async (monitor: Running, id: BerichtId, type: string, aantal: number) =>
  eventually(
    async () => verloop(monitor, id),
    (types) => types.length === aantal && types.at(-1) === type,
    20_000,
  );

async function registreer(monitor: Running, id: string): Promise<ZaakId> {
  const data = { registratie: advies(id, '2030-12-02'), now: clock.now() };
  const zaakId = await doe(monitor, { type: 'RegistreerZaak', data });
  await eventually(
    async () => (await monitor.log.read(zaakId)).length,
    (length) => length >= 2,
  );
  await klokIsBij(monitor, database.url);
  return zaakId;
}

const datum = '2031-01-20';
const mt: BerichtId = `bericht-wijk-mt:tarwewijk-${datum}`;
const manager: BerichtId = `bericht-wijkmanager:tarwewijk-${datum}`;

describe('a message that a mail server refused for good', () => {
  it('is given up, and so is one without an address', async () => {
    await registreer(await start(1, oud), 'te laat');
    await stop();
    clock.set(`${datum}T09:00:00.000Z`);
    const monitor = await start(1, oud);
    await laatste(monitor, mt, 'BerichtNietBezorgd', 2);
    await laatste(monitor, manager, 'BerichtNietBezorgd', 2);
    const berichten = opgegeven({ log: monitor.log, views, clock });
    expect(await berichten.lijst()).toEqual(expect.arrayContaining([mt, manager]));
    const reden = expect.stringContaining('onbekend adres');
    expect(await berichten.stand(mt)).toEqual({ stand: 'opgegeven', reden });
  }, 60_000);

  it('is offered again at once when asked, and given up again at the same address', async () => {
    const [monitor] = monitors;
    if (!monitor) throw new Error('no monitor runs');
    const berichten = opgegeven({ log: monitor.log, views, clock });
    expect(await berichten.vraagOpnieuw(mt, door)).toBe('gevraagd');
    await laatste(monitor, mt, 'BerichtNietBezorgd', 4);
    expect(server.mails).toEqual([]);
  }, 60_000);

  it('goes once to the address of now, however many ask and deliver', async () => {
    await stop();
    const monitor = await start(2, nieuw);
    const vragen = monitors.map(async ({ log }) =>
      opgegeven({ log, views, clock }).vraagOpnieuw(mt, door),
    );
    const antwoorden = await Promise.all(vragen);
    expect(antwoorden.filter((antwoord) => antwoord === 'gevraagd')).toHaveLength(1);
    expect(await laatste(monitor, mt, 'BerichtBezorgd', 6)).toEqual([
      ...['BerichtOpgesteld', 'BerichtNietBezorgd'],
      ...['BerichtOpnieuwGevraagd', 'BerichtNietBezorgd'],
      ...['BerichtOpnieuwGevraagd', 'BerichtBezorgd'],
    ]);
    const berichten = opgegeven({ log: monitor.log, views, clock });
    expect(await berichten.vraagOpnieuw(manager, door)).toBe('gevraagd');
    await laatste(monitor, manager, 'BerichtBezorgd', 4);
    expect(server.mails).toEqual(['nieuw-tarwewijk@mt.example', 'manager-tarwewijk@mt.example']);
    const wie = (await monitor.log.read(mt)).map((event) => codec.decode(event).meta.actor);
    expect(wie.filter((een) => een === door)).toHaveLength(2);
  }, 60_000);

  it('is not sent once more, not even when the view has lost what became of it', async () => {
    const [monitor] = monitors;
    if (!monitor) throw new Error('no monitor runs');
    await klokIsBij(monitor, database.url);
    const { vraagOpnieuw } = opgegeven({ log: monitor.log, views, clock });
    expect(await vraagOpnieuw(mt, door)).toBe('al-bezorgd');
    expect(await vraagOpnieuw('bericht-wijk-mt:niemand-2031-01-20', door)).toBe('onbekend');
    await views.query(
      `update lees.berichten set status = 'opgesteld', revisie = 0, volgende_op = '1970'
       where bericht_id = $1`,
      [mt],
    );
    await stop();
    await start(1, nieuw);
    const status = async () =>
      views.query<{ status: string }[]>('select status from lees.berichten where bericht_id = $1', [
        mt,
      ]);
    await eventually(status, ([rij]) => rij?.status === 'bezorgd', 20_000);
    expect(server.mails.filter((adres) => adres.startsWith('nieuw-'))).toHaveLength(1);
  }, 60_000);
});

describe('a message whose cases were answered since', () => {
  async function beantwoord(monitor: Running, zaakId: ZaakId): Promise<void> {
    const antwoord = { vorm: 'schriftelijk', antwoordOp: '2031-01-22', inhoud: 'Ja.' } as const;
    const data = { zaakId, door: 'wijk-mt:tarwewijk', ...antwoord, now: clock.now() };
    await doe(monitor, { type: 'GeefAntwoord', data });
    const apply = project(zakenView(views), monitor.log, codec);
    for await (const batch of monitor.log.replay(0)) await apply(batch);
  }

  it('tells of the others, and lapses when there are none', async () => {
    await stop();
    clock.set('2031-01-21T09:00:00.000Z');
    const zaakId = await registreer(await start(1, oud), 'straks beantwoord');
    await stop();
    clock.set('2031-01-22T09:00:00.000Z');
    const monitor = await start(1, oud);
    const id: BerichtId = 'bericht-wijk-mt:tarwewijk-2031-01-22';
    await laatste(monitor, id, 'BerichtNietBezorgd', 2);
    const berichten = opgegeven({ log: monitor.log, views, clock });
    const [eerste] = await leesBericht(monitor.log, id);
    const zaken = eerste?.type === 'BerichtOpgesteld' ? zakenVan(eerste.data.regels) : [];
    const [ander = zaakId] = zaken.filter((zaak) => zaak !== zaakId);
    expect(zaken).toEqual([zaakId, ander].toSorted());

    await beantwoord(monitor, zaakId);
    expect(await berichten.vraagOpnieuw(id, door)).toBe('gevraagd');
    await laatste(monitor, id, 'BerichtNietBezorgd', 4);
    const gevraagd = (await leesBericht(monitor.log, id))[2];
    expect(gevraagd?.type === 'BerichtOpnieuwGevraagd' && zakenVan(gevraagd.data.regels)).toEqual([
      ander,
    ]);

    await beantwoord(monitor, ander);
    expect(await berichten.vraagOpnieuw(id, door)).toBe('vervallen');
    expect(await verloop(monitor, id)).toHaveLength(4);
  }, 60_000);
});
