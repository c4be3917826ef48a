import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Gemeente } from '@wijkspoor/domain';
import { dienstkalender, kalenderVan } from '@wijkspoor/domain';
import { parse } from 'yaml';
import { gemeenteBestanden } from './gemeente.ts';
import { parseGemeente } from './gemeente-parse.ts';
import { parseKalender } from './kalender-parse.ts';

const gemeenten = resolve(import.meta.dirname, '../../infra/gemeenten');

const leesKalender = parseKalender(
  parse(readFileSync(resolve(gemeenten, '../kalender/nederland.yaml'), 'utf8')),
);
if ('faults' in leesKalender) throw new Error(JSON.stringify(leesKalender.faults));
const kalender = kalenderVan(leesKalender.value);
const kalenders = { kalender, dienstkalender: dienstkalender(kalender, []) };

/** A municipality as it stands in its files, for specs that need real codes and aliases. */
export function gemeenteUit(map: 'rotterdam' | 'voorbeeldstad'): Gemeente {
  const bestanden = Object.keys(gemeenteBestanden).map((naam) => {
    const inhoud: unknown = parse(readFileSync(resolve(gemeenten, map, naam), 'utf8'));
    return [naam, inhoud] as const;
  });
  const gelezen = parseGemeente(Object.fromEntries(bestanden));
  if ('faults' in gelezen) throw new Error(JSON.stringify(gelezen.faults));
  return { ...gelezen.value, ...kalenders };
}
