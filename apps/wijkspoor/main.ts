import { Command } from 'commander';
import { inHetNederlands } from './cli/nederlands.ts';
import { registreerBerichten } from './commands/berichten.ts';
import { registreerDodeBrieven } from './commands/dode-brieven.ts';
import { registreerHerbouw } from './commands/herbouw.ts';
import { registreerImporteer } from './commands/importeer.ts';
import { registreerOverzicht } from './commands/overzicht.ts';
import { registreerStart } from './commands/start.ts';
import { registreerTeLaat } from './commands/te-laat.ts';
import { registreerWatAls } from './commands/wat-als.ts';
import { registreerTopics } from './commands/topics.ts';
import { registreerVoorbeeld } from './commands/voorbeeld.ts';
import { registreerTermijn } from './commands/termijn.ts';

const program = inHetNederlands(new Command('wijkspoor'))
  .description('Elke vraag uit de wijk een eigenaar, een datum en een antwoord.')
  .helpOption('-h, --help', 'toon deze uitleg')
  .helpCommand('help [opdracht]', 'toon de uitleg van een opdracht');

registreerStart(program);
registreerHerbouw(program);
registreerImporteer(program);
registreerOverzicht(program);
registreerTeLaat(program);
registreerWatAls(program);
registreerBerichten(program);
registreerTopics(program);
registreerDodeBrieven(program);
registreerVoorbeeld(program);
registreerTermijn(program);

await program.parseAsync();
