import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { copyFile } from 'node:fs/promises';
import { eventually } from '@wijkspoor/testing';
import { Stad } from '../stad.ts';
import type { Importopdracht } from './importeer.ts';
import { NagemaakteStad } from './nagemaakte-stad.fixture.ts';
import { geweigerdIn, ids, regel, Werkbank } from './werkbank.fixture.ts';

let bank: Werkbank;

beforeEach(async () => {
  bank = await Werkbank.open();
});

afterEach(async () => bank[Symbol.asyncDispose]());

describe('een onderbroken import', () => {
  const gemengd = ids(1203).map((id, i) => regel(i % 7 === 3 ? `slecht-${id}` : id));
  const goed = ids(1203).filter((_, i) => i % 7 !== 3);

  it('gaat verder waar zij was, na welke regel zij ook stopte', async () => {
    for (const tot of [1, 200, 201, 400, 777, 1000, 1200]) {
      bank.stad.opgeslagen.clear();
      const pad = await bank.bestand(gemengd);
      expect((await bank.draaiTot(pad, tot)).klaar).toBe(false);
      const { stand, klaar, geweigerdBestand } = await bank.draai(pad);
      expect({ klaar, ...stand }).toMatchObject({ klaar: true, aangenomen: goed.length });
      expect(bank.opgeslagen()).toEqual(goed.toSorted());
      const geweigerd = (await geweigerdIn(geweigerdBestand)).map((een) => een.regel);
      expect(geweigerd).toEqual([...gemengd.keys()].filter((i) => i % 7 === 3).map((i) => i + 1));
    }
  });

  it('schrijft een geweigerde regel niet twee keer als de stroom uitviel', async () => {
    const pad = await bank.bestand(gemengd);
    const voortgang = `${pad}.voortgang.json`;
    await bank.draaiTot(pad, 200);
    await copyFile(voortgang, `${voortgang}.eerder`);
    await bank.draaiTot(pad, 800);
    // The power went out after the refused lines were written, before the progress was.
    await copyFile(`${voortgang}.eerder`, voortgang);
    const { stand, geweigerdBestand } = await bank.draai(pad);
    expect(stand.geweigerd).toBe(gemengd.length - goed.length);
    expect((await geweigerdIn(geweigerdBestand)).length).toBe(stand.geweigerd);
  });

  it('laat zich ook onderbreken terwijl de stad niet antwoordt', async () => {
    const pad = await bank.bestand(gemengd);
    bank.stad.straks('goed', ...Array.from({ length: 500 }, () => 'weg-voor' as const));
    const stop = new AbortController();
    let nr = 0;
    const toon: Importopdracht['toon'] = (stand) => void (nr = stand.nr);
    const onderweg = bank.draai(pad, { stop: stop.signal, toon, totMs: 60_000 });
    await eventually(
      async () => ({ nr, reeksen: bank.stad.reeksen }),
      (nu) => nu.nr === 201 && nu.reeksen > 10,
    );
    stop.abort();
    expect(await onderweg).toMatchObject({ klaar: false, stand: { nr: 201 } });
    bank.stad.straks();
    expect((await bank.draai(pad)).stand.aangenomen).toBe(goed.length);
  });

  it('weigert verder te gaan als het begin van het bestand anders is', async () => {
    const pad = await bank.bestand(gemengd);
    await bank.draaiTot(pad, 200);
    await bank.bestand(['', ...gemengd.slice(1)], pad);
    await expect(bank.draai(pad)).rejects.toThrow(/is vóór regel \d+ veranderd/);
    expect((await bank.draai(pad, { opnieuw: true })).klaar).toBe(true);
  });

  it('gaat wel verder als er achteraan regels bij kwamen', async () => {
    const pad = await bank.bestand(gemengd);
    await bank.draaiTot(pad, 200);
    await bank.bestand([...gemengd, regel('nieuw')], pad);
    expect((await bank.draai(pad)).stand.aangenomen).toBe(goed.length + 1);
  });

  it('weigert verder te gaan in een andere stad', async () => {
    const pad = await bank.bestand(gemengd);
    await bank.draaiTot(pad, 200);
    await using ander = await NagemaakteStad.open();
    await expect(bank.draai(pad, { stad: new Stad(ander.adres) })).rejects.toThrow(ander.adres);
  });
});
