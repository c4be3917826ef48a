import { join } from 'node:path';
import { kalenderVanNederland } from './gemeente-kalender.ts';
import { packageFolder } from './package.ts';

/**
 * What a setting must look like, what it must be (said in Dutch to the person who set it), and what
 * it is when nobody did: empty when there is none then.
 */
const setting = (pattern: RegExp, uitleg: string, standaard = '') => ({
  pattern,
  uitleg,
  standaard,
});

const engine = () =>
  setting(
    /^[a-z][a-z0-9+.-]*:\S*$/u,
    'moet een adres zijn, zoals embedded: of postgres://naam:wachtwoord@host:5432/naam',
    'embedded:',
  );

const services = (port: number) =>
  setting(
    /^https?:\/\/[^\s,/]+\/?(\s*,\s*https?:\/\/[^\s,/]+\/?)*$/u,
    'moet een adres zijn zoals http://host:8011, of meer, met een komma ertussen',
    `http://127.0.0.1:${port}`,
  );

const web = (standaard?: string) =>
  setting(/^https?:\/\/\S+$/u, 'moet met http:// of https:// beginnen', standaard);

const aPort = '(\\d{1,4}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])';
export const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Every setting of a process, by its name in the environment. */
export const settings = {
  EVENT_LOG_URL: engine(),
  BUS_URL: engine(),
  READ_DB_URL: engine(),
  DATA_DIR: setting(/\S/u, 'moet een map zijn', '.wijkspoor'),
  HOST: setting(
    /^[A-Za-z0-9.:_-]+$/u,
    'moet een adres van deze machine zijn, zoals 127.0.0.1',
    '127.0.0.1',
  ),
  PORT: setting(
    new RegExp(`^${aPort}$`, 'u'),
    'moet een heel getal van 0 tot en met 65535 zijn',
    '8010',
  ),
  GEMEENTE: setting(
    /\S/u,
    'moet de map van een gemeente zijn',
    join(packageFolder, 'infra/gemeenten/rotterdam'),
  ),
  KALENDER: setting(
    /\S/u,
    'moet het bestand met de wettelijke kalender zijn',
    kalenderVanNederland,
  ),
  LOG_LEVEL: setting(
    new RegExp(`^(${levels.join('|')})$`, 'u'),
    `moet een van ${levels.join(', ')} zijn`,
    'info',
  ),
  METRICS: setting(
    new RegExp(`^(aan|uit|${aPort})$`, 'u'),
    "moet 'aan', 'uit' of een poort van deze machine zijn",
    'aan',
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: web(),
  OTEL_TRACES_SAMPLER_ARG: setting(
    /^(0|1|0?\.\d+|1\.0+)$/u,
    'moet een deel van 0 tot en met 1 zijn',
    '1',
  ),
  INTAKE_URL: services(8011),
  ROUTING_URL: services(8012),
  DEADLINE_MONITOR_URL: services(8013),
  REPORTING_URL: services(8014),
  BEZORGING_SMTP_URL: setting(
    /^smtps?:\/\/\S+$/u,
    'moet een adres zijn, zoals smtp://naam:wachtwoord@host:587',
  ),
  BEZORGING_AFZENDER: setting(
    /^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/u,
    'moet een e-mailadres zijn',
    'wijkspoor@localhost',
  ),
  BEZORGING_WEBHOOK_SECRET: setting(/^.{16,}$/u, 'moet uit minstens 16 tekens bestaan'),
  BEZORGING_LINK: web(),
  WIJKSPOOR_URL: web('http://127.0.0.1:8010'),
};

export type Setting = keyof typeof settings;
