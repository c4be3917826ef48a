import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Running } from '@wijkspoor/platform';
import { openLog, packageFolder, readConfig, start } from '@wijkspoor/platform';
import { DeadlineMonitorModule } from '@wijkspoor/services/deadline-monitor';
import { IntakeModule } from '@wijkspoor/services/intake';
import { get, mailserver, post, testClock, testFolder } from '@wijkspoor/testing';
import type { Mailserver, TestFolder } from '@wijkspoor/testing';
import { draai, ingehaald, tot } from './proces.ts';

type Bericht = { berichtId: string; ontvanger: string; status: string };

const clock = testClock('2031-01-06T09:00:00.000Z');
const rol = 'wijk-mt:molenbuurt';
let map: TestFolder;
let gemeente: TestFolder;
let server: Mailserver;
let running: Running;

beforeAll(async () => {
  [map, gemeente] = await Promise.all([testFolder(), testFolder()]);
  const voorbeeldstad = join(packageFolder, 'infra/gemeenten/voorbeeldstad');
  await cp(voorbeeldstad, gemeente.path, { recursive: true });
  server = await mailserver((adres) => adres.startsWith('oud-'));
  await startStad('oud');
}, 120_000);

afterAll(async () => {
  await running?.close();
  await server?.weg();
  await map?.[Symbol.asyncDispose]();
  await gemeente?.[Symbol.asyncDispose]();
}, 60_000);

/** A city on its own folder, by a clock that is set by hand, that mails to such addresses. */
async function startStad(wie: string): Promise<void> {
  const ontvangers = `ontvangers:\n  - { rol: 'wijk-mt:*', email: '${wie}-{code}@mt.example' }\n`;
  await writeFile(join(gemeente.path, 'ontvangers.yaml'), ontvangers);
  const waar = { GEMEENTE: gemeente.path, DATA_DIR: map.path, PORT: '0', LOG_LEVEL: 'silent' };
  const config = readConfig({ ...waar, BEZORGING_SMTP_URL: server.url }, {});
  const logger = openLog(config, 'stderr');
  running = await start([IntakeModule, DeadlineMonitorModule], { config, logger, clock });
}

async function wordtOpgegeven(dag: string): Promise<string> {
  await ingehaald(running.url);
  await running.close();
  clock.set(`${dag}T09:00:00.000Z`);
  await startStad('oud');
  const vraag = `${running.url}/v1/berichten?status=niet-bezorgd&ontvanger=${rol}`;
  let gevonden: Bericht | undefined;
  await tot(async () => {
    const berichten = (await get(vraag)).body['berichten'] as Bericht[];
    gevonden = berichten.find(({ berichtId }) => berichtId.endsWith(dag));
    return gevonden !== undefined;
  });
  return gevonden?.berichtId ?? '';
}

const opnieuw = async (...woorden: readonly string[]) =>
  draai('berichten', 'opnieuw', ...woorden, '--gegevens', map.path);

describe('een bericht dat de mailserver voorgoed weigerde', () => {
  it('gaat nog eens naar hetzelfde adres zolang de stad geen ander kent', async () => {
    const { status } = await post(`${running.url}/v1/zaken`, {
      ...{ soort: 'ongevraagd-advies', kanaal: 'post', wijken: ['molenbuurt'], themas: [] },
      ...{ aanmelding: { bron: 'proef', id: '1' }, onderwerp: 'Dak', tekst: 'Het lekt.' },
      ontvangenOp: '2030-12-02',
    });
    expect(status).toBe(202);
    const bericht = await wordtOpgegeven('2031-01-20');
    const { code, uitvoer } = await opnieuw(bericht, '--wacht', '30');
    expect(uitvoer).toMatch(/Weer opgegeven: .*550 onbekend adres\n.*na een herstart/);
    expect(code).toBe(1);
  }, 120_000);

  it('wacht op een stad die niet draait, en gaat dan naar het adres van nu', async () => {
    await running.close();
    const bericht = `bericht-${rol}-2031-01-20`;
    const { code, uitvoer } = await opnieuw('--alles', '--wacht', '0');
    expect(uitvoer).toContain(`Gevraagd, nog niet aangeboden: ${bericht}.`);
    expect(code).toBe(1);
    await startStad('nieuw');
    await tot(async () => server.mails.includes('nieuw-molenbuurt@mt.example'));
    const status = async () => {
      const vraag = `${running.url}/v1/berichten?status=bezorgd&ontvanger=${rol}`;
      return ((await get(vraag)).body['berichten'] as Bericht[]).length;
    };
    await tot(async () => (await status()) === 1);
    expect(server.mails.filter((adres) => adres === 'nieuw-molenbuurt@mt.example')).toHaveLength(1);
  }, 120_000);

  it('gaat meteen als de stad draait, en daarna niet nog eens', async () => {
    const bericht = await wordtOpgegeven('2031-02-20');
    await running.close();
    await startStad('nieuw');
    const goed = await opnieuw(bericht, '--wacht', '30', '--door', 'functioneel-beheer');
    expect(goed).toMatchObject({ code: 0, gegeven: `Bezorgd: ${bericht}.\n` });
    const weer = await opnieuw(bericht);
    expect(weer).toMatchObject({ code: 2, uitvoer: expect.stringContaining('is al bezorgd') });
    expect(await opnieuw('onzin')).toMatchObject({ code: 2 });
    expect(await opnieuw()).toMatchObject({ code: 2 });
  }, 120_000);
});
