import type { Command } from 'commander';
import { serve } from '@wijkspoor/platform';
import { DeadlineMonitorModule } from '@wijkspoor/services/deadline-monitor';
import { IntakeModule } from '@wijkspoor/services/intake';
import { ReportingModule } from '@wijkspoor/services/reporting';
import { RoutingModule } from '@wijkspoor/services/routing';

type Options = Readonly<{
  voorbeeld?: true;
  poort?: string;
  gegevens?: string;
  gemeente?: string;
}>;

/** `wijkspoor start`: the whole city in this process. */
export function start(program: Command): void {
  program
    .command('start')
    .description('Start Wijkspoor op deze machine')
    .option('--voorbeeld', 'vul een lege stad met voorbeelden')
    .option('--poort <nummer>', 'poort om op te antwoorden (8010)')
    .option('--gegevens <map>', 'map voor alle gegevens (.wijkspoor)')
    .option('--gemeente <map>', 'map met de gemeente (Rotterdam)')
    .action(run);
}

async function run(options: Options): Promise<void> {
  const services = [IntakeModule, RoutingModule, DeadlineMonitorModule, ReportingModule];
  const { poort, gegevens, gemeente } = options;
  const given = { PORT: poort, DATA_DIR: gegevens, GEMEENTE: gemeente };
  await serve(services, { given, logTo: 'stderr' });
}
