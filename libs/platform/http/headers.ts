import { API_VERSION } from '@wijkspoor/wire';

/** What every answer says, errors included (NL API Design Rules, DOMAIN §8). */
export const headersOfEveryAnswer: Readonly<Record<string, string>> = {
  'API-Version': API_VERSION,
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** Ties everything that follows from one message from outside together. */
export const correlationHeader = 'X-Correlation-Id';
