import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Onbereikbaar, Stad } from '../stad.ts';
import { geweigerdIn, ids, regel, Werkbank } from './werkbank.fixture.ts';

let bank: Werkbank;

beforeEach(async () => {
  bank = await Werkbank.open();
});

afterEach(async () => bank[Symbol.asyncDispose]());

describe('een import', () => {
  it('brengt iedere regel binnen, vier reeksen tegelijk, en laat niets achter', async () => {
    bank.stad.straks(...Array.from({ length: 12 }, () => 'traag' as const));
    const pad = await bank.bestand(ids(2345).map(regel));
    const { stand, klaar } = await bank.draai(pad);
    expect({ klaar, ...stand }).toMatchObject({ klaar: true, aangenomen: 2345, geweigerd: 0 });
    expect(bank.opgeslagen()).toEqual(ids(2345).toSorted());
    expect(bank.stad.meestTegelijk).toBeLessThanOrEqual(4);
    expect(await bank.naast(pad)).toEqual([pad]);
  });

  it('zet een geweigerde regel apart, met het nummer en iedere fout', async () => {
    const pad = await bank.bestand([regel('v1'), regel('slecht'), '', '{"half":', regel('v2')]);
    const { stand, geweigerdBestand } = await bank.draai(pad);
    expect(stand).toMatchObject({ aangenomen: 2, geweigerd: 2 });
    expect(stand.perVeld).toEqual({ onderwerp: 1, wijken: 1, '(hele regel)': 1 });
    const [slecht, half] = await geweigerdIn(geweigerdBestand);
    expect(slecht).toMatchObject({ regel: 2, origineel: regel('slecht') });
    expect(slecht?.fouten).toEqual([
      { pointer: '/data/onderwerp', melding: 'is verplicht, maar ontbreekt' },
      { pointer: '/data/wijken/0', melding: "'overal' is geen wijk" },
    ]);
    expect(half).toMatchObject({ regel: 4, origineel: '{"half":' });
  });

  it('weigert een te lange regel en gaat door', async () => {
    const pad = await bank.bestand([regel('x'.repeat(300_000)), regel('v1')]);
    const { stand, geweigerdBestand } = await bank.draai(pad);
    expect(stand).toMatchObject({ aangenomen: 1, geweigerd: 1 });
    expect(JSON.stringify(await geweigerdIn(geweigerdBestand))).toContain('294 KB lang');
  });

  it('zoekt in een reeks die als geheel onleesbaar is de regel die het is', async () => {
    const regels = ids(150).map(regel);
    const { stand, geweigerdBestand } = await bank.draai(
      await bank.bestand([...regels, regel('onleesbaar'), regel('v151')]),
    );
    expect(stand).toMatchObject({ aangenomen: 151, geweigerd: 1 });
    expect(await geweigerdIn(geweigerdBestand)).toMatchObject([{ regel: 151 }]);
  });

  it('slaat bij een proef niets op', async () => {
    const pad = await bank.bestand([regel('v1'), regel('slecht')]);
    const { stand, geweigerdBestand } = await bank.draai(pad, { proef: true });
    expect(stand).toMatchObject({ aangenomen: 1, geweigerd: 1 });
    expect(bank.opgeslagen()).toEqual([]);
    expect(geweigerdBestand).toBe(`${pad}.proef-geweigerd.ndjson`);
    expect(await bank.naast(pad)).toEqual([pad, geweigerdBestand]);
  });
});

describe('een import over een slechte lijn', () => {
  it('verliest niets en verdubbelt niets als de verbinding wegvalt', async () => {
    bank.stad.straks('weg-na', 'weg-voor', 'bezig', 'goed', 'weg-na', 'weg-na', 'bezig');
    const { stand } = await bank.draai(await bank.bestand([...ids(1500), 'slecht'].map(regel)));
    expect(stand).toMatchObject({ aangenomen: 1500, geweigerd: 1 });
    expect(bank.opgeslagen()).toEqual(ids(1500).toSorted());
  });

  it('geeft het op als de stad te lang wegblijft, en gaat later verder', async () => {
    const pad = await bank.bestand(ids(1000).map(regel));
    bank.stad.straks('goed', 'goed', ...Array.from({ length: 200 }, () => 'weg-voor' as const));
    await expect(bank.draai(pad, { totMs: 60 })).rejects.toThrow(Onbereikbaar);
    bank.stad.straks();
    expect((await bank.draai(pad)).stand).toMatchObject({ aangenomen: 1000, geweigerd: 0 });
    expect(bank.opgeslagen()).toEqual(ids(1000).toSorted());
  });

  it('begint niet als er geen stad is', async () => {
    const pad = await bank.bestand([regel('v1')]);
    const nergens = new Stad('http://127.0.0.1:9');
    await expect(bank.draai(pad, { stad: nergens })).rejects.toThrow(/127\.0\.0\.1:9/);
  });
});
