import { join } from 'node:path';
import type { Fault } from '@wijkspoor/kernel';
import { BadInput } from '@wijkspoor/kernel';
import type { Static } from 'typebox';
import { Type } from 'typebox';
import { Errors } from 'typebox/value';
import { packageFolder } from './package.ts';

/** What a setting must be, said in Dutch to the person who set it. */
const moet = (uitleg: string) => ({ uitleg });

const adres = () =>
  Type.String({
    pattern: '^[a-z][a-z0-9+.-]*:\\S*$',
    ...moet(
      'moet een adres zijn, zoals embedded: of postgres://gebruiker:wachtwoord@host:5432/naam',
    ),
  });

const Settings = Type.Object({
  EVENT_LOG_URL: adres(),
  BUS_URL: adres(),
  READ_DB_URL: adres(),
  DATA_DIR: Type.String({ minLength: 1, ...moet('moet een map zijn') }),
  HOST: Type.String({
    pattern: '^[A-Za-z0-9.:_-]+$',
    ...moet('moet een netwerkadres van deze machine zijn, zoals 127.0.0.1 of 0.0.0.0'),
  }),
  PORT: Type.String({
    pattern: '^(\\d{1,4}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])$',
    ...moet('moet een heel getal van 0 tot en met 65535 zijn'),
  }),
  GEMEENTE: Type.String({ minLength: 1, ...moet('moet de map van een gemeente zijn') }),
  LOG_LEVEL: Type.Enum(
    ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
    moet('moet trace, debug, info, warn, error, fatal of silent zijn'),
  ),
  WIJKSPOOR_URL: Type.String({
    pattern: '^https?://\\S+$',
    ...moet('moet met http:// of https:// beginnen'),
  }),
});

type Setting = keyof Static<typeof Settings>;

/** Settings as they stand in the environment: text, or not there. */
export type Environment = Readonly<Partial<Record<string, string>>>;

export type Config = Readonly<{
  eventLogUrl: string;
  busUrl: string;
  readDbUrl: string;
  /** Where the embedded server keeps everything. */
  dataDir: string;
  host: string;
  /** 0 lets the machine choose a free one. */
  port: number;
  /** Folder of the municipality. */
  gemeente: string;
  logLevel: Static<typeof Settings>['LOG_LEVEL'];
  /** Where the command line finds a running Wijkspoor. */
  wijkspoorUrl: string;
}>;

const defaults = {
  EVENT_LOG_URL: 'embedded:',
  BUS_URL: 'embedded:',
  READ_DB_URL: 'embedded:',
  DATA_DIR: '.wijkspoor',
  GEMEENTE: join(packageFolder, 'infra/gemeenten/rotterdam'),
  HOST: '127.0.0.1',
  PORT: '8010',
  LOG_LEVEL: 'info',
  WIJKSPOOR_URL: 'http://127.0.0.1:8010',
};

/**
 * The settings of this process. The only place that reads the environment.
 *
 * `given` goes before the environment (options on the command line), `preset` comes after it (what a
 * command prefers to the general default); an empty text counts as not given. Throws `BadInput` with one sentence for every setting that is wrong.
 */
export function readConfig(
  given: Environment = {},
  environment: Environment = process.env,
  preset: Environment = {},
): Config {
  const values = { ...defaults, ...named(preset), ...named(environment), ...named(given) };
  const faults = faultsIn(values);
  if (faults.length > 0) throw new BadInput(faults);
  const settings = values as Static<typeof Settings>;
  return {
    eventLogUrl: settings.EVENT_LOG_URL,
    busUrl: settings.BUS_URL,
    readDbUrl: settings.READ_DB_URL,
    dataDir: settings.DATA_DIR,
    host: settings.HOST,
    port: Number(settings.PORT),
    gemeente: settings.GEMEENTE,
    logLevel: settings.LOG_LEVEL,
    wijkspoorUrl: settings.WIJKSPOOR_URL.replace(/\/+$/, ''),
  };
}

const names = Object.keys(Settings.properties) as Setting[];

function named(environment: Environment): Partial<Record<Setting, string>> {
  const filled = names.flatMap((name) => {
    const value = environment[name]?.trim();
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(filled);
}

function faultsIn(values: Partial<Record<Setting, string>>): Fault[] {
  return names.flatMap((name) => {
    const value = values[name];
    if (value === undefined || Errors(Settings.properties[name], value).length === 0) return [];
    const { uitleg } = Settings.properties[name] as unknown as { uitleg: string };
    return [{ pointer: name, message: `${uitleg}, maar is '${withoutPassword(value)}'` }];
  });
}

// What is wrong is shown on a screen or in a log, where a password must never stand.
function withoutPassword(value: string): string {
  return value.replace(/[^/@]*@/, '…@');
}
