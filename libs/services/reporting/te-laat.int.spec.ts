import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ZaakId } from '@wijkspoor/domain';
import { get, testClock, testService } from '@wijkspoor/testing';
import { parse } from 'csv-parse/sync';
import {
  advies,
  beantwoord,
  bijgewerkt,
  inBehandeling,
  startReporting,
  vanNiemand,
} from './fixtures/reporting.fixture.ts';
import { paginabeleid } from './te-laat/html.ts';

const clock = testClock('2026-04-20T09:00:00.000Z');
const reporting = testService(async (url) => startReporting(url, clock));
let open: ZaakId;
let laatBeantwoord: ZaakId;

const vals = '=HYPERLINK("http://kwaad.example";"klik") & <script>alert(1)</script>';

beforeAll(async () => {
  open = await inBehandeling(reporting.running, advies('open', { kenmerken: ['22bb4407'] }));
  laatBeantwoord = await inBehandeling(reporting.running, advies('laat'));
  await beantwoord(reporting.running, laatBeantwoord, '2026-04-15');
  await inBehandeling(reporting.running, advies('vals', { onderwerp: vals, wijken: ['pernis'] }));
  await vanNiemand(
    reporting.running,
    advies('later', { ontvangenOp: '2099-01-01', wijken: ['bloemhof'] }),
  );
  await bijgewerkt(reporting.running);
}, 60_000);

const ask = async (pad: string) => get(`${reporting.running.url}${pad}`);
const haal = async (pad: string, accept?: string) => {
  const antwoord = await fetch(reporting.running.url + pad, accept ? { headers: { accept } } : {});
  return { antwoord, tekst: await antwoord.text() };
};

describe('GET /v1/adviezen/te-laat', () => {
  it('gives the open ones first, then those that were answered late', async () => {
    const { body } = await ask('/v1/adviezen/te-laat?wijk=tarwewijk&peildatum=2026-04-20');
    expect(body).toMatchObject({
      ...{ peildatum: '2026-04-20', aantallen: { open: 1, beantwoord: 1 } },
      adviezen: [
        {
          ...{ zaakId: open, soortTeLaat: 'open', dagenTeLaat: 7, kenmerken: ['22bb4407'] },
          ...{ aanZet: 'wijk-mt:tarwewijk', laatsteBericht: null, link: `/v1/zaken/${open}` },
        },
        {
          ...{ zaakId: laatBeantwoord, soortTeLaat: 'beantwoord', dagenTeLaat: 2, aanZet: null },
          ...{ gestoptOp: '2026-04-15', laatsteBericht: { vorm: 'antwoord', op: '2026-04-15' } },
        },
      ],
    });
  });

  it('is empty on a day on which nothing was late', async () => {
    const { body } = await ask('/v1/adviezen/te-laat?peildatum=2026-04-13');
    expect(body['adviezen']).toEqual([]);
  });

  it('goes from page to page, on the day of the first one', async () => {
    const seen: unknown[] = [];
    for (let na = '', meer = true; meer; meer = na !== '') {
      const { body } = await ask(`/v1/adviezen/te-laat?limiet=1${na && `&na=${na}`}`);
      expect(body).toMatchObject({ aantallen: { open: 2, beantwoord: 1 } });
      seen.push(...(body['adviezen'] as { zaakId: string }[]).map(({ zaakId }) => zaakId));
      na = (body['volgende'] as string | undefined) ?? '';
    }
    expect(new Set(seen).size).toBe(3);
    expect(seen).toHaveLength(3);
  });

  it.each([
    ['?wijk=nergens', '/wijk'],
    ['?peildatum=ooit', '/peildatum'],
    ['?soort=motie', '/soort'],
    ['?wethouder=niemand', '/wethouder'],
    ['?vorm=pdf', '/vorm'],
    ['?na=zomaar', '/na'],
    ['?na=zomaar&vorm=csv', '/na'],
    ['?limiet=201', '/limiet'],
  ])('refuses what it does not know: %s', async (vraag, pointer) => {
    const { status, body } = await ask(`/v1/adviezen/te-laat${vraag}`);
    expect(status).toBe(400);
    expect(body['fouten']).toMatchObject([{ pointer, melding: expect.any(String) }]);
  });
});

describe('GET /v1/zaken/te-laat', () => {
  it.each([
    ['', 3],
    ['?soort=ongevraagd-advies', 3],
    ['?soort=motie', 0],
    ['?wijk=pernis', 1],
    ['?behandelaar=wijk-mt:tarwewijk&peildatum=2026-04-20', 3],
    ['?wethouder=wijken', 0],
  ])('is the list of every soort, and no case: %s', async (vraag, aantal) => {
    const { status, body } = await ask(`/v1/zaken/te-laat${vraag}`);
    expect(status).toBe(200);
    expect(body['zaken']).toHaveLength(aantal);
  });

  it('leaves the addresses of cases as they were', async () => {
    expect((await ask(`/v1/zaken/${open}`)).body).toMatchObject({ zaakId: open });
    expect(await ask('/v1/zaken/te-laats')).toMatchObject({
      ...{ status: 404, body: { code: 'zaak-onbekend' } },
    });
    const post = await fetch(`${reporting.running.url}/v1/zaken/te-laat`, {
      ...{ method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
    });
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('the list as CSV', () => {
  const pad = '/v1/adviezen/te-laat?peildatum=2026-04-20';

  it('is a file that a spreadsheet of the Netherlands reads', async () => {
    const { antwoord, tekst } = await haal(pad, 'text/csv');
    expect(antwoord.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(antwoord.headers.get('content-disposition')).toBe(
      'attachment; filename="adviezen-te-laat-2026-04-20.csv"',
    );
    expect(antwoord.headers.get('vary')).toContain('Accept');
    const bytes = new Uint8Array(
      await (await fetch(`${reporting.running.url + pad}&vorm=csv`)).arrayBuffer(),
    );
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(tekst.split('\r\n')).toHaveLength(5);
    const rijen = parse(tekst, { bom: true, delimiter: ';', columns: true });
    expect(rijen).toMatchObject([
      expect.anything(),
      expect.anything(),
      { 'Te laat': 'te laat beantwoord', 'Gestopt op': '2026-04-15', 'Dagen te laat': '2' },
    ]);
  });

  it('never holds a formula', async () => {
    const { tekst } = await haal(`${pad}&wijk=pernis&vorm=csv`, 'application/json');
    const rijen = parse(tekst, { bom: true, delimiter: ';', columns: true });
    expect(rijen[0]).toMatchObject({ Onderwerp: `'${vals}`, Wijken: 'Pernis' });
  });
});

describe('the list as a page', () => {
  const pad = '/v1/zaken/te-laat?peildatum=2026-04-20';
  const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

  it('is what a browser gets, with a policy under which only its own style counts', async () => {
    const { antwoord, tekst } = await haal(pad, browser);
    expect(antwoord.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(antwoord.headers.get('content-security-policy')).toBe(paginabeleid);
    expect(antwoord.headers.get('content-security-policy')).toMatch(/style-src 'sha256-[^']{44}'/);
    expect(tekst).toContain('<html lang="nl">');
    expect(tekst).toContain('<h1>Te late zaken op 20 april 2026</h1>');
    expect(tekst).toContain('Nog open: 2. Te laat beantwoord: 1.');
    expect(tekst.match(/<th scope="row">/g)).toHaveLength(3);
    expect(tekst.match(/<table>/g)).toHaveLength(2);
    expect(tekst).toContain(`<span class="klein">${open}</span>`);
  });

  it('shows what people wrote, and does nothing of it', async () => {
    const { tekst } = await haal(`${pad}&vorm=html`);
    expect(tekst).not.toMatch(/<script|href|<section aria-label/);
    expect(tekst).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it.each([
    ['2026-04-19', 'Dit is hoe het op die dag was. Wat later gebeurde, telt niet mee.'],
    ['2026-04-21', 'Deze dag moet nog komen: zo wordt het als er tot dan niets gebeurt.'],
  ])('says of %s what day it is', async (dag, zin) => {
    const { tekst } = await haal(`/v1/zaken/te-laat?peildatum=${dag}&vorm=html`);
    expect(tekst).toContain(`Nog open: 2. Te laat beantwoord: 1. ${zin}</p>`);
    const vandaag = await haal(`${pad}&vorm=html`);
    expect(vandaag.tekst).toContain('Nog open: 2. Te laat beantwoord: 1.</p>');
  });

  it('says whose turn it is, and not who had it before it was recorded', async () => {
    const { tekst } = await haal('/v1/zaken/te-laat?peildatum=2026-04-19&vorm=html');
    expect(tekst.match(/behandelaar niet bekend/g)).toHaveLength(2);
    expect((await haal(`${pad}&vorm=html`)).tekst).not.toContain('behandelaar niet bekend');
    const csv = await haal('/v1/zaken/te-laat?peildatum=2026-04-19&vorm=csv');
    expect(csv.tekst.match(/;niet bekend;/g)).toHaveLength(3);
  });

  it('says that nobody has it yet, once it is recorded', async () => {
    const { tekst } = await haal('/v1/zaken/te-laat?wijk=bloemhof&peildatum=2099-06-01&vorm=html');
    expect(tekst.match(/nog niet toegewezen/g)).toHaveLength(1);
    expect(tekst).not.toContain('behandelaar niet bekend');
  });

  it('says it when there is none, and what was asked', async () => {
    const { tekst } = await haal(`${pad}&vorm=html&soort=motie`);
    expect(tekst).toContain('Alleen zaken met soort: Motie.');
    expect(tekst).toContain('Op deze dag zijn er geen zaken te laat.');
    expect(tekst).not.toContain('<table>');
  });
});
