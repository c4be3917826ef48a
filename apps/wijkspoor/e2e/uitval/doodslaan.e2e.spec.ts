import { setTimeout as wacht } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { tot } from '../proces.ts';
import { Aanvoer } from './aanvoer.ts';
import { allesKlopt } from './controle.ts';
import { namen } from './dienst.ts';
import { inVerdeeldeStad } from './verdeelde-stad.ts';

const minuten = 60_000;
const cycli = 50;
const totKlapMs = 400;

/** The same numbers from 0 to 1 for the same seed. */
function kans(zaad: number): () => number {
  let stand = zaad >>> 0;
  return () => {
    stand = (stand + 0x6d2b79f5) >>> 0;
    let t = Math.imul(stand ^ (stand >>> 15), stand | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

await inVerdeeldeStad('een stad waarin steeds een dienst wordt doodgeslagen', (geefStad) => {
  it(
    'verliest en verdubbelt niets, hoe vaak het ook gebeurt',
    async () => {
      const stad = geefStad();
      const zaad = Number(process.env['ZAAD'] ?? Date.now() % 1_000_000);
      process.stderr.write(`doodslaan: ZAAD=${zaad}, ${cycli} keer\n`);
      const willekeurig = kans(zaad);
      const aanvoer = new Aanvoer(stad.dienst('intake').adres, `klap-${zaad}`);
      const geslagen = new Map<string, number>();
      for (let cyclus = 0; cyclus < cycli; cyclus++) {
        const naam = namen[Math.floor(willekeurig() * namen.length)] ?? 'intake';
        geslagen.set(naam, (geslagen.get(naam) ?? 0) + 1);
        // Half of the blows may fall while it is still on its way up from the one before.
        if (willekeurig() < 0.5) await stad.dienst(naam).gereed();
        await wacht(willekeurig() * totKlapMs);
        await stad.dienst(naam).doodslaan();
        stad.dienst(naam).start();
      }
      await stad.gereed();
      await tot(async () => aanvoer.zaakIds.length > 100);
      await aanvoer.stop();
      await allesKlopt(stad, [aanvoer]);
      expect(geslagen.size).toBe(namen.length);
    },
    6 * minuten,
  );
});
