import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Onbereikbaar, Stad } from '../stad.ts';
import type { Importopdracht, Importuitslag } from './importeer.ts';
import { importeer } from './importeer.ts';
import { NagemaakteStad } from './nagemaakte-stad.ts';

let map: string;
let stad: NagemaakteStad;
let teller = 0;

beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'wijkspoor-import-'));
});

afterAll(async () => rm(map, { recursive: true, force: true }));

beforeEach(async () => {
  stad = await NagemaakteStad.open();
});

afterEach(async () => stad[Symbol.asyncDispose]());

const regel = (id: string) => JSON.stringify({ specversion: '1.0', source: 's', id, data: {} });
const ids = (n: number) => Array.from({ length: n }, (_, i) => `v${i + 1}`);

async function bestand(regels: readonly string[], naam = `${(teller += 1)}.ndjson`) {
  const pad = join(map, naam);
  await writeFile(pad, regels.map((een) => `${een}\n`).join(''));
  return pad;
}

type Extra = Partial<Importopdracht> & { totMs?: number; stop?: AbortSignal };

async function draai(pad: string, { totMs = 5000, stop, ...extra }: Extra = {}) {
  const signaal = stop ?? new AbortController().signal;
  const geduld = { totMs, beginMs: 1, stop: signaal, meld: () => undefined };
  const vast = {
    pad,
    gemeente: { wijken: [] },
    proef: false,
    opnieuw: false,
    toon: () => undefined,
  };
  return importeer({ ...vast, stad: new Stad(stad.adres), geduld, ...extra });
}

/** Stops as Ctrl-C does, once so many lines are settled. */
async function draaiTot(pad: string, regels: number): Promise<Importuitslag> {
  const stop = new AbortController();
  const toon: Importopdracht['toon'] = ({ aangenomen, geweigerd }) => {
    if (aangenomen + geweigerd >= regels) stop.abort();
  };
  return draai(pad, { stop: stop.signal, toon });
}

const opgeslagen = () => [...stad.opgeslagen.values()].map(({ id }) => id);

const regelsIn = async (pad: string) =>
  (await readFile(pad, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((een) => JSON.parse(een) as { regel: number; fouten: object[]; origineel: string });

/** A file and what lies beside it because of its import. */
const naast = async (pad: string) =>
  (await readdir(map)).map((naam) => join(map, naam)).filter((een) => een.startsWith(pad));

describe('een import', () => {
  it('brengt iedere regel binnen, vier reeksen tegelijk, en laat niets achter', async () => {
    stad.straks(...Array.from({ length: 12 }, () => 'traag' as const));
    const pad = await bestand(ids(2345).map(regel));
    const { stand, klaar } = await draai(pad);
    expect({ klaar, ...stand }).toMatchObject({ klaar: true, aangenomen: 2345, geweigerd: 0 });
    expect(opgeslagen().toSorted()).toEqual(ids(2345).toSorted());
    expect(stad.meestTegelijk).toBeLessThanOrEqual(4);
    expect(await naast(pad)).toEqual([pad]);
  });

  it('zet een geweigerde regel apart, met het nummer en iedere fout', async () => {
    const pad = await bestand([regel('v1'), regel('slecht'), '', '{"half":', regel('v2')]);
    const { stand, geweigerdBestand } = await draai(pad);
    expect(stand).toMatchObject({ aangenomen: 2, geweigerd: 2 });
    expect(stand.perVeld).toEqual({ onderwerp: 1, wijken: 1, '(hele regel)': 1 });
    const [slecht, half] = await regelsIn(geweigerdBestand);
    expect(slecht).toMatchObject({ regel: 2, origineel: regel('slecht') });
    expect(slecht?.fouten).toEqual([
      { pointer: '/data/onderwerp', melding: 'is verplicht, maar ontbreekt' },
      { pointer: '/data/wijken/0', melding: "'overal' is geen wijk" },
    ]);
    expect(half).toMatchObject({ regel: 4, origineel: '{"half":' });
  });

  it('weigert een te lange regel en gaat door', async () => {
    const pad = await bestand([regel('x'.repeat(300_000)), regel('v1')]);
    const { stand, geweigerdBestand } = await draai(pad);
    expect(stand).toMatchObject({ aangenomen: 1, geweigerd: 1 });
    expect(JSON.stringify(await regelsIn(geweigerdBestand))).toContain('294 KB lang');
  });

  it('zoekt in een reeks die als geheel onleesbaar is de regel die het is', async () => {
    const regels = ids(150).map(regel);
    const { stand, geweigerdBestand } = await draai(
      await bestand([...regels, regel('onleesbaar'), regel('v151')]),
    );
    expect(stand).toMatchObject({ aangenomen: 151, geweigerd: 1 });
    expect(await regelsIn(geweigerdBestand)).toMatchObject([{ regel: 151 }]);
  });

  it('slaat bij een proef niets op', async () => {
    const pad = await bestand([regel('v1'), regel('slecht')]);
    const { stand, geweigerdBestand } = await draai(pad, { proef: true });
    expect(stand).toMatchObject({ aangenomen: 1, geweigerd: 1 });
    expect(opgeslagen()).toEqual([]);
    expect(geweigerdBestand).toBe(`${pad}.proef-geweigerd.ndjson`);
    expect(await naast(pad)).toEqual([pad, geweigerdBestand]);
  });
});

describe('een import over een slechte lijn', () => {
  it('verliest niets en verdubbelt niets als de verbinding wegvalt', async () => {
    stad.straks('weg-na', 'weg-voor', 'bezig', 'goed', 'weg-na', 'weg-na', 'bezig');
    const { stand } = await draai(await bestand([...ids(1500), 'slecht'].map(regel)));
    expect(stand).toMatchObject({ aangenomen: 1500, geweigerd: 1 });
    expect(opgeslagen().toSorted()).toEqual(ids(1500).toSorted());
  });

  it('geeft het op als de stad te lang wegblijft, en gaat later verder', async () => {
    const pad = await bestand(ids(1000).map(regel));
    stad.straks('goed', 'goed', ...Array.from({ length: 200 }, () => 'weg-voor' as const));
    await expect(draai(pad, { totMs: 60 })).rejects.toThrow(Onbereikbaar);
    stad.straks();
    expect((await draai(pad)).stand).toMatchObject({ aangenomen: 1000, geweigerd: 0 });
    expect(opgeslagen().toSorted()).toEqual(ids(1000).toSorted());
  });

  it('begint niet als er geen stad is', async () => {
    const pad = await bestand([regel('v1')]);
    const nergens = new Stad('http://127.0.0.1:9');
    await expect(draai(pad, { stad: nergens })).rejects.toThrow(/127\.0\.0\.1:9/);
  });
});

describe('een onderbroken import', () => {
  const gemengd = ids(1203).map((id, i) => regel(i % 7 === 3 ? `slecht-${id}` : id));
  const goed = ids(1203).filter((_, i) => i % 7 !== 3);

  it('gaat verder waar zij was, na welke regel zij ook stopte', async () => {
    for (const tot of [1, 200, 201, 400, 777, 1000, 1200]) {
      stad.opgeslagen.clear();
      const pad = await bestand(gemengd);
      expect((await draaiTot(pad, tot)).klaar).toBe(false);
      const { stand, klaar, geweigerdBestand } = await draai(pad);
      expect({ klaar, ...stand }).toMatchObject({ klaar: true, aangenomen: goed.length });
      expect(opgeslagen().toSorted()).toEqual(goed.toSorted());
      const geweigerd = (await regelsIn(geweigerdBestand)).map((een) => een.regel);
      expect(geweigerd).toEqual([...gemengd.keys()].filter((i) => i % 7 === 3).map((i) => i + 1));
    }
  });

  it('schrijft een geweigerde regel niet twee keer als de stroom uitviel', async () => {
    const pad = await bestand(gemengd);
    const voortgang = `${pad}.voortgang.json`;
    await draaiTot(pad, 200);
    await copyFile(voortgang, `${voortgang}.eerder`);
    await draaiTot(pad, 800);
    // The power went out after the refused lines were written, before the progress was.
    await copyFile(`${voortgang}.eerder`, voortgang);
    const { stand, geweigerdBestand } = await draai(pad);
    expect(stand.geweigerd).toBe(gemengd.length - goed.length);
    expect((await regelsIn(geweigerdBestand)).length).toBe(stand.geweigerd);
  });

  it('laat zich ook onderbreken terwijl de stad niet antwoordt', async () => {
    const pad = await bestand(gemengd);
    stad.straks('goed', ...Array.from({ length: 500 }, () => 'weg-voor' as const));
    const stop = AbortSignal.timeout(150);
    expect(await draai(pad, { stop })).toMatchObject({ klaar: false, stand: { nr: 201 } });
    stad.straks();
    expect((await draai(pad)).stand.aangenomen).toBe(goed.length);
  });

  it('weigert verder te gaan als het begin van het bestand anders is', async () => {
    const pad = await bestand(gemengd);
    await draaiTot(pad, 200);
    await bestand(['', ...gemengd.slice(1)], `${teller}.ndjson`);
    await expect(draai(pad)).rejects.toThrow(/is vóór regel \d+ veranderd/);
    expect((await draai(pad, { opnieuw: true })).klaar).toBe(true);
  });

  it('gaat wel verder als er achteraan regels bij kwamen', async () => {
    const pad = await bestand(gemengd);
    await draaiTot(pad, 200);
    await bestand([...gemengd, regel('nieuw')], `${teller}.ndjson`);
    expect((await draai(pad)).stand.aangenomen).toBe(goed.length + 1);
  });

  it('weigert verder te gaan in een andere stad', async () => {
    const pad = await bestand(gemengd);
    await draaiTot(pad, 200);
    await using ander = await NagemaakteStad.open();
    await expect(draai(pad, { stad: new Stad(ander.adres) })).rejects.toThrow(ander.adres);
  });
});
