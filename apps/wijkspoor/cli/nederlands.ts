import type { Command, CommanderError } from 'commander';
import { Help } from 'commander';
import { codes } from './opdracht.ts';

const koppen = [
  [/^Usage: /m, 'Gebruik: '],
  [/^(Gebruik: .*)\[options\]/m, '$1[opties]'],
  [/^(Gebruik: .*)\[command\]/m, '$1[opdracht]'],
  [/^Arguments:$/m, 'Argumenten:'],
  [/^Options:$/m, 'Opties:'],
  [/^Commands:$/m, 'Opdrachten:'],
] as const;

const fouten = [
  [/^error: unknown option '(.+?)'/, "De optie '$1' is er niet."],
  [/^error: unknown command '(.+?)'/, "De opdracht '$1' is er niet."],
  [/^error: missing required argument '(.+?)'/, 'Er ontbreekt iets: <$1>.'],
  [/^error: required option '(.+?)' not specified/, 'Geef ook: $1'],
  [/^error: option '(.+?)' argument missing/, 'Bij $1 hoort een waarde.'],
  [/^error: option '(.+?)' cannot be used with option '(.+?)'/, 'Kies: $1 of $2.'],
  [
    /^error: too many arguments.*/,
    'Er staat te veel. Een naam van meer woorden hoort tussen aanhalingstekens.',
  ],
  [/\n?\(Did you mean (?:one of )?(.+?)\?\)/, ' Bedoelt u: $1?'],
] as const;

type Vertaling = readonly (readonly [RegExp, string])[];
const vertaal = (tekst: string, woorden: Vertaling) =>
  woorden.reduce((zo, [van, naar]) => zo.replace(van, naar), tekst);

/**
 * Makes a program say in Dutch what the command line library says in English, and end with the
 * same code as for whatever else cannot be done. The commands that are added later inherit it.
 */
export function inHetNederlands(program: Command): Command {
  return program
    .configureHelp({
      // Said before the columns are measured.
      subcommandTerm: (opdracht) =>
        new Help().subcommandTerm(opdracht).replace('[options]', '[opties]'),
      formatHelp: (opdracht, help) =>
        vertaal(Help.prototype.formatHelp.call(help, opdracht, help), koppen),
    })
    .configureOutput({ outputError: (tekst, schrijf) => schrijf(vertaal(tekst, fouten)) })
    .allowExcessArguments(false)
    .showHelpAfterError('Alle opties: npx wijkspoor help <opdracht>')
    .exitOverride(({ exitCode }: CommanderError) =>
      process.exit(exitCode === 0 ? codes.goed : codes.kanNiet),
    );
}
