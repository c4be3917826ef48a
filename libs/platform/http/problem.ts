import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import type { Weigeringscode } from '@wijkspoor/domain';
import type { Facts, Fault } from '@wijkspoor/kernel';
import { BadInput, Refused, RevisionConflict, Unavailable } from '@wijkspoor/kernel';
import type { Probleem } from '@wijkspoor/wire';
import { NotFound } from './not-found.ts';
import { refusals } from './refusals.ts';

/** The media type of every problem. */
export const problemType = 'application/problem+json; charset=utf-8';

/** Seconds after which it is worth trying again when an engine was gone. */
export const retryAfterSeconds = 2;

type Kind = Readonly<{ status: number; title: string; detail: string }>;

/** The problems that are not a refusal of the rules, by code. */
const kinds = {
  'ongeldige-invoer': {
    status: 400,
    title: 'De invoer klopt niet',
    detail: 'Er is niets opgeslagen. Verbeter wat bij fouten staat en stuur het opnieuw.',
  },
  'pad-onbekend': {
    status: 404,
    title: 'Dit adres bestaat niet',
    detail: 'Kijk in /v1/openapi.json welke adressen er zijn.',
  },
  'wijk-onbekend': {
    status: 404,
    title: 'Deze wijk is er niet',
    detail: 'Kijk op /v1/wijken welke wijken er zijn.',
  },
  'methode-niet-toegestaan': {
    status: 405,
    title: 'Dit kan niet op dit adres',
    detail: 'In de kop Allow staat wat hier wel kan.',
  },
  'tijdelijk-niet-beschikbaar': {
    status: 503,
    title: 'Wijkspoor kan nu niet bij zijn gegevens',
    detail: 'Er is niets bevestigd. Stuur hetzelfde straks opnieuw.',
  },
  'te-druk-op-deze-zaak': {
    status: 503,
    title: 'Deze zaak wordt door anderen gewijzigd',
    detail: 'Er is niets bevestigd. Stuur hetzelfde straks opnieuw.',
  },
  'interne-fout': {
    status: 500,
    title: 'Er ging iets mis in Wijkspoor',
    detail: 'De beheerder vindt de oorzaak in het logboek, met het nummer uit X-Correlation-Id.',
  },
} as const satisfies Record<string, Kind>;

/** Every code that a problem can have. */
export const problemCodes: readonly string[] = [...Object.keys(kinds), ...Object.keys(refusals)];

export function problem(code: keyof typeof kinds, facts: Facts = {}): Probleem {
  return { type: `/problemen/${code}`, ...kinds[code], code, ...facts };
}

/** What whoever only asks is told instead: there was nothing to store or to confirm. */
const askedDetails: Readonly<Partial<Record<string, string>>> = {
  'ongeldige-invoer': 'Verbeter wat bij fouten staat en vraag het opnieuw.',
  'tijdelijk-niet-beschikbaar': 'Vraag het straks opnieuw.',
};

/** A problem as it is told in answer to a method: to a question no word of what was not stored. */
export function toldTo(method: string, told: Probleem): Probleem {
  const detail = ['GET', 'HEAD'].includes(method) ? askedDetails[told.code] : undefined;
  return detail ? { ...told, detail } : told;
}

/** What is told about an error. What nobody expected is told without its details. */
export function problemOf(error: unknown): Probleem {
  if (error instanceof BadInput) return badInput(error.faults);
  if (error instanceof Refused) return refused(error as Refused<Weigeringscode>);
  if (error instanceof Unavailable) return problem('tijdelijk-niet-beschikbaar');
  if (error instanceof RevisionConflict) return problem('te-druk-op-deze-zaak');
  if (error instanceof NotFound) return { ...problem(error.code), detail: error.detail };
  if (error instanceof HttpException) return ofHttp(error);
  return problem('interne-fout');
}

function badInput(faults: readonly Fault[]): Probleem {
  const fouten = faults.map(({ pointer, message }) => ({ pointer, melding: message }));
  return problem('ongeldige-invoer', { fouten });
}

function refused({ code, facts }: Refused<Weigeringscode>): Probleem {
  const { status, title, detail } = refusals[code];
  const told = { type: `/problemen/${code}`, status, title, detail: detail(facts), code };
  // A fact may have the name of a member; the member comes first and counts.
  return { ...told, ...facts, ...told };
}

/** A request that Fastify turned away before it reached us, by the code of its error. */
const turnedAway: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'dit soort inhoud (Content-Type) wordt hier niet gelezen',
  FST_ERR_CTP_BODY_TOO_LARGE:
    'de inhoud is te groot: hoogstens 64 KB, een reeks CloudEvents hoogstens 8 MB',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH:
    'de inhoud is korter of langer dan de kop Content-Length zegt',
  FST_ERR_CTP_EMPTY_TYPE: 'de kop Content-Type is leeg',
  FST_ERR_BAD_URL: 'het adres is geen geldige tekst',
};

function ofHttp(error: HttpException): Probleem {
  const status = error.getStatus();
  if (status === 404) return problem('pad-onbekend');
  const { code } = (error.cause ?? {}) as { code?: string };
  const melding = (code && turnedAway[code]) ?? STATUS_CODES[status] ?? 'onleesbaar verzoek';
  if (status < 500) return badInput([{ pointer: '', message: melding }]);
  return problem(status === 503 ? 'tijdelijk-niet-beschikbaar' : 'interne-fout');
}
