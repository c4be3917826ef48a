import { join } from 'node:path';
import type { Fault } from '@wijkspoor/kernel';
import { BadInput } from '@wijkspoor/kernel';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { kalenderVanNederland } from './gemeente-kalender.ts';
import { packageFolder } from './package.ts';

/** What a setting must look like, and what it must be: said in Dutch to the person who set it. */
const text = (pattern: string, uitleg: string) => ({ schema: Type.String({ pattern }), uitleg });

const anything = '\\S';
const address = '^[a-z][a-z0-9+.-]*:\\S*$';
const aPort = '^(\\d{1,4}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])$';
const aWebAddress = '^https?://\\S+$';
const anAddress =
  'moet een adres zijn, zoals embedded: of postgres://naam:wachtwoord@host:5432/naam';
const webAddresses = '^https?://[^\\s,/]+/?(\\s*,\\s*https?://[^\\s,/]+/?)*$';
const someAddresses = 'moet een adres zijn zoals http://host:8011, of meer, met een komma ertussen';
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const settings = {
  EVENT_LOG_URL: text(address, anAddress),
  BUS_URL: text(address, anAddress),
  READ_DB_URL: text(address, anAddress),
  DATA_DIR: text(anything, 'moet een map zijn'),
  HOST: text('^[A-Za-z0-9.:_-]+$', 'moet een adres van deze machine zijn, zoals 127.0.0.1'),
  PORT: text(aPort, 'moet een heel getal van 0 tot en met 65535 zijn'),
  GEMEENTE: text(anything, 'moet de map van een gemeente zijn'),
  KALENDER: text(anything, 'moet het bestand met de wettelijke kalender zijn'),
  LOG_LEVEL: { schema: Type.Enum([...levels]), uitleg: `moet een van ${levels.join(', ')} zijn` },
  METRICS: text(`^(aan|uit)$|${aPort}`, "moet 'aan', 'uit' of een poort van deze machine zijn"),
  OTEL_EXPORTER_OTLP_ENDPOINT: text(aWebAddress, 'moet met http:// of https:// beginnen'),
  OTEL_TRACES_SAMPLER_ARG: text(
    '^(0|1|0?\\.\\d+|1\\.0+)$',
    'moet een deel van 0 tot en met 1 zijn',
  ),
  INTAKE_URL: text(webAddresses, someAddresses),
  ROUTING_URL: text(webAddresses, someAddresses),
  DEADLINE_MONITOR_URL: text(webAddresses, someAddresses),
  REPORTING_URL: text(webAddresses, someAddresses),
  BEZORGING_SMTP_URL: text(
    '^smtps?://\\S+$',
    'moet een adres zijn, zoals smtp://naam:wachtwoord@host:587',
  ),
  BEZORGING_AFZENDER: text('^[^\\r\\n]*[^\\s@<>]+@[^\\s@<>]+>?$', 'moet een e-mailadres zijn'),
  BEZORGING_WEBHOOK_SECRET: text('^.{16,}$', 'moet uit minstens 16 tekens bestaan'),
  BEZORGING_LINK: text(aWebAddress, 'moet met http:// of https:// beginnen'),
  WIJKSPOOR_URL: text(aWebAddress, 'moet met http:// of https:// beginnen'),
};

type Setting = keyof typeof settings;

/** Settings as they stand in the environment: text, or not there. */
export type Environment = Readonly<Partial<Record<string, string>>>;

export type Dienst = 'intake' | 'routing' | 'deadline-monitor' | 'reporting';

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
  /** File of the legal calendar. */
  kalender: string;
  logLevel: (typeof levels)[number];
  /** Whether metrics are told: on the port of the process, on one of their own, or not. */
  metrics: 'aan' | 'uit' | number;
  /** Where traces go, and which share of those that begin here; without it none are kept. */
  traces?: Readonly<{ endpoint: string; share: number }>;
  /** Where the front door finds the processes of each service. */
  back: Readonly<Record<Dienst, readonly string[]>>;
  /** How messages reach people; a road whose settings are missing is closed. */
  bezorging: Readonly<{
    smtp?: Readonly<{ url: string; afzender: string }>;
    webhook?: Readonly<{ secret: string }>;
    /** Where a person sees a case: this, and then `/v1/zaken/` and its id. */
    link: string;
  }>;
  /** Where the command line finds a running Wijkspoor. */
  wijkspoorUrl: string;
}>;

const defaults = {
  EVENT_LOG_URL: 'embedded:',
  BUS_URL: 'embedded:',
  READ_DB_URL: 'embedded:',
  DATA_DIR: '.wijkspoor',
  GEMEENTE: join(packageFolder, 'infra/gemeenten/rotterdam'),
  KALENDER: kalenderVanNederland,
  HOST: '127.0.0.1',
  PORT: '8010',
  LOG_LEVEL: 'info',
  METRICS: 'aan',
  OTEL_TRACES_SAMPLER_ARG: '1',
  INTAKE_URL: 'http://127.0.0.1:8011',
  ROUTING_URL: 'http://127.0.0.1:8012',
  DEADLINE_MONITOR_URL: 'http://127.0.0.1:8013',
  REPORTING_URL: 'http://127.0.0.1:8014',
  WIJKSPOOR_URL: 'http://127.0.0.1:8010',
};

/**
 * The settings of this process. The only place that reads the environment.
 *
 * `given` goes before the environment (options on the command line), `preset` comes after it (what
 * a command prefers to the general default); an empty text counts as not given. Throws `BadInput`
 * with one sentence for every setting that is wrong.
 */
export function readConfig(
  given: Environment = {},
  environment: Environment = process.env,
  preset: Environment = {},
): Config {
  const values = { ...defaults, ...named(preset), ...named(environment), ...named(given) };
  const faults = faultsIn(values);
  if (faults.length > 0) throw new BadInput(faults);
  const valid = values as Record<Setting, string> & { LOG_LEVEL: Config['logLevel'] };
  return {
    eventLogUrl: valid.EVENT_LOG_URL,
    busUrl: valid.BUS_URL,
    readDbUrl: valid.READ_DB_URL,
    dataDir: valid.DATA_DIR,
    host: valid.HOST,
    port: Number(valid.PORT),
    gemeente: valid.GEMEENTE,
    kalender: valid.KALENDER,
    logLevel: valid.LOG_LEVEL,
    metrics:
      valid.METRICS === 'aan' || valid.METRICS === 'uit' ? valid.METRICS : Number(valid.METRICS),
    ...tracesOf(valid),
    back: backOf(valid),
    bezorging: bezorgingOf(valid),
    wijkspoorUrl: withoutSlash(valid.WIJKSPOOR_URL),
  };
}

function bezorgingOf(valid: Partial<Record<Setting, string>>): Config['bezorging'] {
  const { BEZORGING_SMTP_URL: url, BEZORGING_WEBHOOK_SECRET: secret } = valid;
  const afzender = valid.BEZORGING_AFZENDER ?? 'wijkspoor@localhost';
  return {
    ...(url && { smtp: { url, afzender } }),
    ...(secret && { webhook: { secret } }),
    link: withoutSlash(valid.BEZORGING_LINK ?? valid.WIJKSPOOR_URL ?? ''),
  };
}

const withoutSlash = (address: string) => address.replace(/\/+$/, '');

function tracesOf(valid: Partial<Record<Setting, string>>): Pick<Config, 'traces'> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: share } = valid;
  return endpoint ? { traces: { endpoint: withoutSlash(endpoint), share: Number(share) } } : {};
}

function backOf(valid: Record<Setting, string>): Config['back'] {
  return {
    intake: listOf(valid.INTAKE_URL),
    routing: listOf(valid.ROUTING_URL),
    'deadline-monitor': listOf(valid.DEADLINE_MONITOR_URL),
    reporting: listOf(valid.REPORTING_URL),
  };
}

const listOf = (addresses: string) => addresses.split(/\s*,\s*/).map(withoutSlash);

const names = Object.keys(settings) as Setting[];

function named(environment: Environment): Partial<Record<Setting, string>> {
  const filled = names.flatMap((name) => {
    const value = environment[name]?.trim();
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(filled);
}

function faultsIn(values: Partial<Record<Setting, string>>): Fault[] {
  return names.flatMap((name) => {
    const { schema, uitleg } = settings[name];
    const value = values[name];
    if (value === undefined || Check(schema, value)) return [];
    const shown = name.endsWith('_SECRET') ? '…' : withoutPassword(value);
    return [{ pointer: name, message: `${uitleg}, maar is '${shown}'` }];
  });
}

// What is wrong is shown on a screen or in a log, where a password must never stand.
function withoutPassword(value: string): string {
  return value.replace(/[^/@]*@/, '…@');
}
