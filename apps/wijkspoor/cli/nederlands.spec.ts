import { describe, expect, it, jest } from '@jest/globals';
import { Command, Option } from 'commander';
import { inHetNederlands } from './nederlands.ts';

class Einde extends Error {}

/** What is said, and with what code the program ends. */
async function probeer(...woorden: string[]) {
  let gezegd = '';
  const exit = jest.spyOn(process, 'exit').mockImplementation(() => {
    throw new Einde();
  });
  const program = inHetNederlands(new Command('wijkspoor')).configureOutput({
    ...{ writeErr: (tekst) => (gezegd += tekst), writeOut: (tekst) => (gezegd += tekst) },
  });
  program
    .command('te-laat')
    .argument('[wijk]', 'een wijk')
    .option('--peildatum <datum>', 'een dag')
    .addOption(new Option('--csv', 'als CSV').conflicts('json'))
    .option('--json', 'als JSON')
    .action(() => undefined);
  program.command('wat-als').argument('<map>', 'een map').requiredOption('--dag <dag>', 'een dag');
  try {
    await program.parseAsync(woorden, { from: 'user' });
  } catch (error) {
    if (!(error instanceof Einde)) throw error;
  }
  const [code] = exit.mock.calls.at(-1) ?? [];
  exit.mockRestore();
  return { gezegd, code };
}

describe('wat de opdrachtregel zelf zegt', () => {
  it.each([
    [['te-laat', '--jsn'], "De optie '--jsn' is er niet. Bedoelt u: --json?"],
    [['te-lat'], "De opdracht 'te-lat' is er niet. Bedoelt u: te-laat?"],
    [['te-laat', 'oud', 'charlois'], 'Er staat te veel.'],
    [['te-laat', '--peildatum'], 'Bij --peildatum <datum> hoort een waarde.'],
    [['te-laat', '--csv', '--json'], 'Kies: --csv of --json.'],
    [['wat-als', '--dag', 'x'], 'Er ontbreekt iets: <map>.'],
    [['wat-als', 'hier'], 'Geef ook: --dag <dag>'],
  ])('is van %j in het Nederlands, met code 2', async (woorden, zin) => {
    const { gezegd, code } = await probeer(...woorden);
    expect(gezegd.startsWith(zin)).toBe(true);
    expect(gezegd).toContain('npx wijkspoor help <opdracht>');
    expect(gezegd).not.toMatch(/error|argument/i);
    expect(code).toBe(2);
  });

  it('is ook als uitleg in het Nederlands, met code 0', async () => {
    const { gezegd, code } = await probeer('te-laat', '--help');
    expect(gezegd).toMatch(/^Gebruik: wijkspoor te-laat \[opties\] \[wijk\]\n/);
    expect(gezegd).toMatch(/\nArgumenten:\n[^]*\nOpties:\n/);
    expect(gezegd).not.toMatch(/Usage|Options|Arguments|\[options\]/);
    expect(code).toBe(0);
    expect((await probeer('--help')).gezegd).toMatch(
      /\nOpdrachten:\n {2}te-laat \[opties\] \[wijk\]\n/,
    );
  });
});
