import { expect } from '@jest/globals';
import { ingehaald, type Stand } from './proces.ts';

/** A case as the script looks at it. */
export type Zaak = Record<
  'status' | 'behandelaar' | 'einde' | 'eersteEinde' | 'oordeel' | 'tekst' | 'afdoening',
  string
> & { geschiedenis: { gebeurtenis: string; door: string; correlatieId: string }[] };

/** The names of what happened to a case, in order. */
export const verloop = ({ geschiedenis }: Zaak): string[] =>
  geschiedenis.map(({ gebeurtenis }) => gebeurtenis);

/** What the end-to-end script says to a city over HTTP, whatever stands behind the address. */
export class Loket {
  constructor(readonly adres: string) {}

  async post(pad: string, body: unknown, type = 'application/json'): Promise<Antwoord> {
    const tekst = typeof body === 'string' ? body : JSON.stringify(body);
    return this.#vraag(pad, { method: 'POST', headers: { 'content-type': type }, body: tekst });
  }

  async get(pad: string): Promise<Antwoord> {
    return this.#vraag(pad, {});
  }

  /** Registers a case and gives its id. */
  async meldAan(registratie: object): Promise<string> {
    const { status, json } = await this.post('/v1/zaken', registratie);
    expect({ status, json }).toMatchObject({ status: 202, json: { zaakId: expect.any(String) } });
    return json.zaakId as string;
  }

  /** Does something in a case. */
  async doe(zaakId: string, pad: string, body: object): Promise<void> {
    const { status, json } = await this.post(`/v1/zaken/${zaakId}/${pad}`, body);
    expect({ pad, status, json }).toMatchObject({ status: 202, json: { zaakId } });
  }

  async zaak(zaakId: string): Promise<Zaak> {
    const { json } = await this.get(`/v1/zaken/${zaakId}`);
    return json as Zaak;
  }

  /** Waits until every service has seen all that is in the log; gives what the city says then. */
  async ingehaald(): Promise<Stand | undefined> {
    const [stand] = await ingehaald(this.adres);
    return stand;
  }

  /** Every case of the list, page by page. */
  async alleZaken(): Promise<{ zaakId: string }[]> {
    const zaken: { zaakId: string }[] = [];
    for (let na: string | undefined = ''; na !== undefined;) {
      const pagina = await this.get(`/v1/zaken?limiet=200${na && `&na=${encodeURIComponent(na)}`}`);
      zaken.push(...(pagina.json.zaken as { zaakId: string }[]));
      na = pagina.json.volgende as string | undefined;
    }
    return zaken;
  }

  async #vraag(pad: string, init: RequestInit): Promise<Antwoord> {
    const antwoord = await fetch(this.adres + pad, init);
    const json = (await antwoord.json()) as Antwoord['json'];
    return { status: antwoord.status, type: antwoord.headers.get('content-type') ?? '', json };
  }
}

export type Antwoord = { status: number; type: string; json: Record<string, unknown> };
