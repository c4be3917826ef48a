import { describe, expect, it } from '@jest/globals';
import { faultsOf } from '../faults.fixture.ts';
import { gemeenteUit } from '../gemeente.fixture.ts';
import { deuren } from './deuren.ts';
import type { Opdrachtdeuren } from './deuren.types.ts';

const rotterdam = deuren(gemeenteUit('rotterdam'));
const vandaag = '2026-11-20';
const zaakId = 'zaak-4c2f6f0e-7a51-5b0e-9d7c-2f1f4f6f8a10';
const door = 'wijk-mt:tarwewijk';

/** A body that is let in at each door, and the command that it leads to. */
const bodies = {
  toewijzing: ['WijsToe', { behandelaar: 'cluster:stadsbeheer', door }],
  themas: ['StelThemasVast', { themas: ['wonen', 'veiligheid'], door }],
  antwoord: ['GeefAntwoord', { vorm: 'mondeling', antwoordOp: '2026-03-09', inhoud: 'Ja.', door }],
  uitkomst: [
    'StelUitkomstVast',
    { uitkomst: 'overgenomen', vastgesteldOp: '2026-03-09', redenen: 'Goed idee.', door },
  ],
  uitvoering: ['MeldUitvoering', { uitgevoerdOp: '2026-03-09', toelichting: 'Klaar.', door }],
  afdoening: [
    'StelAfdoeningVoor',
    { brief: { kenmerk: '22bb4407', datum: '2026-03-08' }, voorgesteldOp: '2026-03-09', door },
  ],
  aanvaarding: ['AanvaardAfdoening', { aanvaardOp: '2026-03-09', door }],
  weigering: ['WeigerAfdoening', { geweigerdOp: '2026-03-09', reden: 'Te mager.', door }],
  sluiting: [
    'SluitZaak',
    { grond: 'afgehandeld', geslotenOp: '2026-03-09', reden: 'Klaar.', door },
  ],
  heropening: ['HeropenZaak', { heropendOp: '2026-03-09', reden: 'Toch niet.', door }],
  afspraak: [
    'SpreekTermijnAf',
    { einde: '2027-05-04', met: 'wijkraad', afgesprokenOp: '2026-03-09', reden: 'Later.', door },
  ],
  tussenbericht: [
    'VerzendTussenbericht',
    { aan: 'wijkraad', verzondenOp: '2026-03-09', inhoud: 'Wij wachten nog.', door },
  ],
  contact: [
    'LegContactVast',
    { met: 'wijkraad', contactOp: '2026-03-09', inhoud: 'Gebeld.', door },
  ],
} as const satisfies Record<keyof Opdrachtdeuren, readonly [string, object]>;

type Naam = keyof typeof bodies;
const namen = Object.keys(bodies) as Naam[];

const enter = (naam: Naam, body: object) => rotterdam[naam](body, zaakId, vandaag);
const refused = (naam: Naam, change: object) =>
  faultsOf(() => enter(naam, { ...bodies[naam][1], ...change }));

describe.each(namen)('the door of a command: %s', (naam) => {
  const [type, body] = bodies[naam];
  const eigenReden = 'reden' in body;

  it('lets it in as the command, for the case in the path', () => {
    const reden = eigenReden ? { reden: body.reden } : {};
    expect(enter(naam, body)).toEqual({ type, data: { zaakId, ...body }, ...reden });
  });

  it('names every field that is missing, except what may be', () => {
    const pointers = Object.keys(body).map((field) => `/${field}`);
    expect(Object.keys(faultsOf(() => enter(naam, {}))).sort()).toEqual(pointers.sort());
  });

  it('takes a reason along, which is part of the fact only where the fact asks for one', () => {
    const opdracht = enter(naam, { ...body, reden: 'Op verzoek.' });
    expect(opdracht.reden).toBe('Op verzoek.');
    expect('reden' in opdracht.data).toBe(eigenReden);
  });

  it('refuses what nobody knows, and a case in the body', () => {
    expect(refused(naam, { zaakId, nu: 1 })).toEqual({
      '/zaakId': 'is een onbekend veld',
      '/nu': 'is een onbekend veld',
    });
  });

  it('refuses a role that does not exist', () => {
    expect(refused(naam, { door: 'hub:nergens' })).toEqual({
      '/door': "'hub:nergens': 'nergens' staat niet bij de hubs van Rotterdam",
    });
  });

  it('refuses a day that is still to come', () => {
    const days = Object.keys(body).filter((field) => field.endsWith('Op'));
    for (const field of days) {
      expect(refused(naam, { [field]: '2026-11-21' })).toEqual({
        [`/${field}`]: "'2026-11-21' ligt na vandaag (2026-11-20)",
      });
    }
    expect(days.length).toBe(naam === 'toewijzing' || naam === 'themas' ? 0 : 1);
  });
});

describe('what is refused at the door of a command', () => {
  it.each<[string, Naam, object, Record<string, RegExp>]>([
    [
      'a handler that does not exist',
      'toewijzing',
      { behandelaar: 'wijk-mt:x' },
      { '/behandelaar': /'x'/ },
    ],
    ['no theme at all', 'themas', { themas: [] }, { '/themas': /geen lege lijst/ }],
    ['an unknown theme', 'themas', { themas: ['woonen'] }, { '/themas/0': /bedoelt u 'wonen'\?/ }],
    ['an unknown form', 'antwoord', { vorm: 'schriftelik' }, { '/vorm': /u 'schriftelijk'\?/ }],
    ['a blank answer', 'antwoord', { inhoud: ' ' }, { '/inhoud': /alleen spaties/ }],
    ['an answer with a NUL', 'antwoord', { inhoud: '\0' }, { '/inhoud': /NUL-teken/ }],
    [
      'an unknown outcome',
      'uitkomst',
      { uitkomst: 'misschien' },
      { '/uitkomst': /kies uit: overgen/ },
    ],
    ['a letter as text', 'afdoening', { brief: '22bb4407' }, { '/brief': /een object met velden/ }],
    [
      'a letter of tomorrow',
      'afdoening',
      { brief: { kenmerk: 'x', datum: '2026-11-21' } },
      { '/brief/datum': /na vandaag/ },
    ],
    ['an unknown ground', 'sluiting', { grond: 'klaar' }, { '/grond': /kies uit: afgehandeld/ }],
    [
      'an end that does not exist',
      'afspraak',
      { einde: '2027-02-29' },
      { '/einde': /niet bestaat/ },
    ],
  ])('%s', (_name, naam, change, faults) => {
    expect(refused(naam, change)).toEqual(matching(faults));
  });
});

function matching(faults: Record<string, RegExp>): Record<string, unknown> {
  const entries = Object.entries(faults);
  return Object.fromEntries(entries.map(([at, said]) => [at, expect.stringMatching(said)]));
}
