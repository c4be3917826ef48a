import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { datumIn, datumTekst, kalenderWaarschuwing } from '@wijkspoor/domain';
import type { Running } from '@wijkspoor/platform';
import { packageVersion, serve, systemClock } from '@wijkspoor/platform';
import { DeadlineMonitorModule } from '@wijkspoor/services/deadline-monitor';
import { IntakeModule } from '@wijkspoor/services/intake';
import { ReportingModule } from '@wijkspoor/services/reporting';
import { RoutingModule } from '@wijkspoor/services/routing';
import { heeftVoorbeeld, laadVoorbeeld } from '../voorbeeld.ts';

type Options = Readonly<{
  voorbeeld?: true;
  poort?: string;
  gegevens?: string;
  gemeente?: string;
}>;

/** `wijkspoor start`: the whole city in this process. */
export function registreerStart(program: Command): void {
  program
    .command('start')
    .description('Start Wijkspoor op deze machine')
    .option('--voorbeeld', 'vul een lege stad met voorbeelden')
    .option('--poort <nummer>', 'poort om op te antwoorden (8010)')
    .option('--gegevens <map>', 'map voor alle gegevens (.wijkspoor)')
    .option('--gemeente <map>', 'map met de gemeente (Rotterdam)')
    .action(run);
}

const services = [IntakeModule, RoutingModule, DeadlineMonitorModule, ReportingModule];

// Standard output is for the person who started it; the log goes beside it, and only tells what is
// the matter unless it is asked for more.
async function run({ voorbeeld, poort, gegevens, gemeente }: Options): Promise<void> {
  const onRunning = async (running: Running) => {
    await toonStad(running);
    if (voorbeeld) await vulLegeStad(running);
    toonVervolg(running);
  };
  const given = { PORT: poort, DATA_DIR: gegevens, GEMEENTE: gemeente };
  const preset = { LOG_LEVEL: 'warn' };
  await serve(services, { given, preset, logTo: 'stderr', onRunning });
}

async function toonStad({ config, gemeente, url, log }: Running): Promise<void> {
  const { naam, gebieden, wijken, hubs, themas } = gemeente;
  const delen = [`${gebieden.length} gebieden`, `${wijken.length} wijken`, `${hubs.length} hubs`];
  const feiten = (await log.head()).toLocaleString('nl-NL');
  const klaar = (performance.now() / 1_000).toLocaleString('nl-NL', { maximumFractionDigits: 1 });
  console.log(`Wijkspoor ${packageVersion} · ${naam}`);
  console.log(`  stad      ${delen.join(', ')}, ${themas.length} thema’s`);
  console.log(`  gegevens  ${resolve(config.dataDir)} (${feiten} gebeurtenissen)`);
  const { kalender } = gemeente;
  console.log(`  kalender  ${kalender.naam}, tot en met ${datumTekst(kalender.dekking.tot)}`);
  console.log(`  adres     ${url}`);
  console.log(`  klaar in  ${klaar} s\n`);
  const waarschuwing = kalenderWaarschuwing(kalender, vandaagIn(gemeente));
  if (waarschuwing) console.log(`Let op: ${waarschuwing}\n`);
}

const vandaagIn = ({ tijdzone }: Running['gemeente']) => datumIn(systemClock.now(), tijdzone);

// Only an empty city is filled, or one whose filling was cut short.
async function vulLegeStad({ url, log, config }: Running): Promise<void> {
  const folder = join(config.gemeente, 'voorbeeld');
  if (!existsSync(folder)) return console.log(`Er is geen voorbeeld in ${folder}.\n`);
  if ((await log.head()) > 0 && !(await heeftVoorbeeld(url, folder)))
    return console.log('Deze stad heeft al eigen gegevens; het voorbeeld is niet geladen.\n');
  const { aanmeldingen, vervolg, nieuw } = await laadVoorbeeld(url, folder, console.log);
  const erbij = nieuw > 0 ? 'staat erin' : 'stond er al in';
  console.log(`Het voorbeeld ${erbij}: ${aanmeldingen} meldingen en ${vervolg} stappen daarna.\n`);
}

function toonVervolg({ url, gemeente }: Running): void {
  const [wijk] = gemeente.wijken.map(({ code }) => code).sort((a, b) => a.length - b.length);
  console.log('Probeer, in een tweede venster:');
  console.log(`  npx wijkspoor overzicht ${wijk}`);
  console.log(`  npx wijkspoor te-laat`);
  console.log(`  curl ${url}/v1/zaken?limiet=1`);
  console.log(`  ${url}/v1/openapi.json`);
  console.log('\nStop met Ctrl-C.');
}
