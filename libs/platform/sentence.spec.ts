import { CannotStart } from '@wijkspoor/adapters/eventstoredb';
import { BadInput, Unavailable } from '@wijkspoor/kernel';
import { describe, expect, it } from '@jest/globals';
import { OngeldigeConfiguratie } from './gemeente.ts';
import { sentenceFor } from './sentence.ts';

const failed = (facts: object) => Object.assign(new Error('listen'), facts);

describe('what a person is told when it does not start', () => {
  it.each([
    [
      new BadInput([{ pointer: 'PORT', message: "moet een getal zijn, maar is 'x'" }]),
      "PORT: moet een getal zijn, maar is 'x'",
    ],
    [failed({ code: 'EADDRINUSE', port: 8010 }), 'Poort 8010 is al in gebruik.'],
    [failed({ code: 'EACCES', port: 80 }), 'Poort 80 mag hier niet.'],
    [failed({ code: 'EADDRNOTAVAIL', address: '10.9.9.9' }), '10.9.9.9 is geen adres'],
    [new Unavailable('nobody answers'), 'De database is niet te bereiken: nobody answers.'],
    [
      new Unavailable('PostgreSQL cannot be reached: timeout'),
      'PostgreSQL is niet te bereiken: timeout. Controleer EVENT_LOG_URL en READ_DB_URL.',
    ],
    [
      new Unavailable('Kafka cannot be reached: Connection timeout'),
      'Kafka is niet te bereiken: Connection timeout. Controleer BUS_URL.',
    ],
    [
      new Unavailable('EventStoreDB cannot be reached: dropped'),
      'EventStoreDB is niet te bereiken: dropped. Controleer EVENT_LOG_URL.',
    ],
    [new CannotStart('noemt geen server.'), 'EVENT_LOG_URL noemt geen server.'],
    [failed({ code: 'ECONNREFUSED' }), 'Controleer EVENT_LOG_URL en READ_DB_URL.'],
    [failed({ code: '28P01', severity: 'FATAL' }), 'De database is niet te bereiken'],
    [
      new OngeldigeConfiguratie([
        { bestand: 'wijken.yaml', regel: 7, pointer: '/wijken/0/code', melding: 'ontbreekt' },
      ]),
      'wijken.yaml:7: /wijken/0/code: ontbreekt',
    ],
  ])('is a sentence: %s', (error, sentence) => {
    expect(sentenceFor(error)).toContain(sentence);
    expect(sentenceFor(error)).not.toContain('    at ');
  });

  it('is all there is to know when it is a fault of ours', () => {
    expect(sentenceFor(new TypeError('oops'))).toMatch(/TypeError: oops\n +at /);
  });
});
