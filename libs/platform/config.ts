import type { Fault } from '@wijkspoor/kernel';
import { BadInput } from '@wijkspoor/kernel';
import { settings, type levels, type Setting } from './settings.ts';

type Values = Readonly<Record<Setting, string>>;

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
  const values = firstOf(given, environment, preset);
  const faults = faultsIn(values);
  if (faults.length > 0) throw new BadInput(faults);
  return {
    eventLogUrl: values.EVENT_LOG_URL,
    busUrl: values.BUS_URL,
    readDbUrl: values.READ_DB_URL,
    dataDir: values.DATA_DIR,
    host: values.HOST,
    port: Number(values.PORT),
    gemeente: values.GEMEENTE,
    kalender: values.KALENDER,
    logLevel: values.LOG_LEVEL as Config['logLevel'],
    metrics: metricsOf(values),
    ...tracesOf(values),
    back: backOf(values),
    bezorging: bezorgingOf(values),
    wijkspoorUrl: withoutSlash(values.WIJKSPOOR_URL),
  };
}

const names = Object.keys(settings) as Setting[];

/** Of every setting what the first that fills it in says, or else its default. */
function firstOf(...sources: readonly Environment[]): Values {
  const entries = names.map((name) => {
    const filled = sources.map((source) => source[name]?.trim()).find(Boolean);
    return [name, filled ?? settings[name].standaard];
  });
  return Object.fromEntries(entries) as Values;
}

function faultsIn(values: Values): Fault[] {
  return names.flatMap((name) => {
    const { pattern, uitleg } = settings[name];
    const value = values[name];
    if (value === '' || pattern.test(value)) return [];
    const shown = name.endsWith('_SECRET') ? '…' : withoutPassword(value);
    return [{ pointer: name, message: `${uitleg}, maar is '${shown}'` }];
  });
}

// What is wrong is shown on a screen or in a log, where a password must never stand.
function withoutPassword(value: string): string {
  return value.replace(/[^/@]*@/, '…@');
}

function metricsOf({ METRICS }: Values): Config['metrics'] {
  return METRICS === 'aan' || METRICS === 'uit' ? METRICS : Number(METRICS);
}

function tracesOf(values: Values): Pick<Config, 'traces'> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: share } = values;
  return endpoint ? { traces: { endpoint: withoutSlash(endpoint), share: Number(share) } } : {};
}

function backOf(values: Values): Config['back'] {
  return {
    intake: listOf(values.INTAKE_URL),
    routing: listOf(values.ROUTING_URL),
    'deadline-monitor': listOf(values.DEADLINE_MONITOR_URL),
    reporting: listOf(values.REPORTING_URL),
  };
}

function bezorgingOf(values: Values): Config['bezorging'] {
  const { BEZORGING_SMTP_URL: url, BEZORGING_WEBHOOK_SECRET: secret } = values;
  return {
    ...(url && { smtp: { url, afzender: values.BEZORGING_AFZENDER } }),
    ...(secret && { webhook: { secret } }),
    link: withoutSlash(values.BEZORGING_LINK || values.WIJKSPOOR_URL),
  };
}

const withoutSlash = (address: string) => address.replace(/\/+$/, '');

const listOf = (addresses: string) => addresses.split(/\s*,\s*/).map(withoutSlash);
