import { describe, expect, it } from '@jest/globals';
import { gemeenteUit } from '../gemeente.fixture.ts';
import { deuren } from './deuren.ts';

const { zaak } = deuren(gemeenteUit('rotterdam'));
const vandaag = '2026-11-20';

const vraag = {
  soort: 'wijkhubvraag',
  aanmelding: { bron: 'balie', id: '113' },
  kanaal: 'wijkhub-balie',
  wijken: ['tarwewijk'],
  onderwerp: 'Lekkage in het portiek',
  tekst: 'De regen komt door het dak.',
  ontvangenOp: '2026-03-02',
};

const advies = {
  ...vraag,
  soort: 'ongevraagd-advies',
  kanaal: 'wijkraad',
};

const toezegging = {
  ...vraag,
  soort: 'toezegging',
  kanaal: 'formeel-overleg',
  aan: 'wijkraad',
  wethouder: 'wijken',
};

const motie = { ...vraag, soort: 'motie', kanaal: 'raadsvergadering', wijken: [] };

describe('the door of a case', () => {
  it('lets a question in, as the event with which its case begins', () => {
    expect(zaak(vraag, vandaag)).toEqual({
      soort: 'zaak',
      registratie: {
        type: 'VraagGeregistreerd',
        data: {
          zaakId: expect.stringMatching(/^zaak-[0-9a-f-]{36}$/),
          aanmelding: vraag.aanmelding,
          kanaal: 'wijkhub-balie',
          wijken: ['tarwewijk'],
          themas: [],
          onderwerp: vraag.onderwerp,
          tekst: vraag.tekst,
          ontvangenOp: '2026-03-02',
          kenmerken: [],
        },
      },
      door: 'kanaal:wijkhub-balie',
    });
  });

  it('says who brought it when the message says so', () => {
    expect(zaak({ ...vraag, door: 'wijkraad:tarwewijk' }, vandaag).door).toBe('wijkraad:tarwewijk');
  });

  it.each([
    ['ongevraagd-advies', advies, { type: 'AdviesOntvangen', data: { gevraagd: false } }],
    [
      'gevraagd-advies',
      { ...advies, soort: 'gevraagd-advies', wethouder: 'wijken' },
      { type: 'AdviesOntvangen', data: { gevraagd: true, wethouder: 'wijken' } },
    ],
    [
      'toezegging',
      { ...toezegging, uiterlijk: '2026-06-30' },
      {
        type: 'ToezeggingVastgelegd',
        data: { aan: 'wijkraad', wethouder: 'wijken', uiterlijk: '2026-06-30' },
      },
    ],
    ['motie', motie, { type: 'MotieGeregistreerd', data: { wijken: [] } }],
  ])('lets a %s in', (_soort, input, registratie) => {
    expect(zaak(input, vandaag).registratie).toMatchObject(registratie);
  });

  it('leaves out what was not said, rather than store that it is undefined', () => {
    const { data } = zaak(advies, vandaag).registratie;
    expect(Object.keys(data)).not.toContain('wethouder');
  });

  it('gives the same case to the same source and id, and another to another', () => {
    const id = (aanmelding: object) =>
      zaak({ ...vraag, aanmelding }, vandaag).registratie.data.zaakId;
    expect(id({ bron: 'balie', id: '113' })).toBe(id({ id: '113', bron: 'balie' }));
    expect(id({ bron: 'balie1', id: '13' })).not.toBe(id({ bron: 'balie', id: '113' }));
  });
});
