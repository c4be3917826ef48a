/**
 * Makes the sample city, or a larger one for a load test.
 *
 *     node tools/build/build.mjs city
 *     node dist/city.js                                  # the two files of the sample city
 *     node dist/city.js --aantal 100000 --uit /tmp/stad  # as many messages as wanted, in a folder
 *     node dist/city.js --aantal 100000 --zaad anders    # other ones
 */
import 'temporal-polyfill/global';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { regels, vervolgregel } from './regels.ts';
import { grotereStad, voorbeeldstad } from './stad.ts';
import { leesStof } from './stof.ts';

const root = resolve(import.meta.dirname, '..');

const { values } = parseArgs({
  options: {
    aantal: { type: 'string' },
    zaad: { type: 'string', default: 'groot' },
    uit: { type: 'string', default: '.' },
  },
});

async function schrijf(bestand: string, inhoud: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(inhoud), createWriteStream(bestand));
}

async function schrijfVoorbeeld(): Promise<void> {
  const map = join(root, 'infra/gemeenten/rotterdam/voorbeeld');
  const { aanmeldingen, vervolg } = regels(voorbeeldstad(leesStof(root)));
  await schrijf(join(map, 'aanmeldingen.ndjson'), aanmeldingen);
  await schrijf(join(map, 'vervolg.ndjson'), vervolg);
  console.log(`${aanmeldingen.length} aanmeldingen, ${vervolg.length} vervolgstappen in ${map}`);
}

async function schrijfGroot(aantal: number, uit: string): Promise<void> {
  const stof = leesStof(root);
  mkdirSync(uit, { recursive: true });
  const berichten = function* () {
    for (const { bericht } of grotereStad(stof, aantal, values.zaad))
      yield `${JSON.stringify(bericht)}\n`;
  };
  const stappen = function* () {
    for (const een of grotereStad(stof, aantal, values.zaad))
      for (const stap of een.stappen) yield vervolgregel(stap);
  };
  await schrijf(join(uit, 'aanmeldingen.ndjson'), berichten());
  await schrijf(join(uit, 'vervolg.ndjson'), stappen());
  console.log(`${aantal} aanmeldingen in ${resolve(uit)}`);
}

const aantal = values.aantal === undefined ? undefined : Number(values.aantal);
if (aantal === undefined) await schrijfVoorbeeld();
else if (Number.isInteger(aantal) && aantal > 0) await schrijfGroot(aantal, values.uit);
else {
  console.error(`--aantal moet een heel getal boven 0 zijn, maar is '${values.aantal}'.`);
  process.exitCode = 1;
}
