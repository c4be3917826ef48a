import { Command } from 'commander';
import { herbouw } from './commands/herbouw.ts';
import { start } from './commands/start.ts';

const program = new Command('wijkspoor')
  .description('Elke vraag uit de wijk een eigenaar, een datum en een antwoord.')
  .helpOption('-h, --help', 'toon deze uitleg')
  .helpCommand('help [opdracht]', 'toon de uitleg van een opdracht');

start(program);
herbouw(program);

await program.parseAsync();
