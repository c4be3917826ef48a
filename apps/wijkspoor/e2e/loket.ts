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
