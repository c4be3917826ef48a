import { Presets, SingleBar } from 'cli-progress';
import { getal } from '../tabel.ts';
import type { Importbestand } from './bestand.ts';
import type { Stand } from './stand.ts';

/** Shows how far an import is: a bar on a screen, a line now and then in a log. */
export type Meter = Readonly<{
  toon(stand: Stand, bestand: Importbestand): void;
  meld(tekst: string): void;
  klaar(): void;
}>;

/** What a meter writes to. */
export type Scherm = NodeJS.WritableStream & { isTTY?: boolean };

export function meterVan(scherm: Scherm): Meter {
  const meter = scherm.isTTY ? balk(scherm) : logregels(scherm);
  return { ...meter, meld: nietSteeds(meter.meld) };
}

const stilteMs = 10_000;

// Four batches on their way notice the same thing at the same time; once is enough.
function nietSteeds(meld: Meter['meld']): Meter['meld'] {
  const vorige = new Map<string, number>();
  return (tekst) => {
    const nu = performance.now();
    if (nu - (vorige.get(tekst) ?? -Infinity) < stilteMs) return;
    vorige.set(tekst, nu);
    meld(tekst);
  };
}

function balk(scherm: Scherm): Meter {
  const format = ' {bar} {percentage}% | {aangenomen} aangenomen | {geweigerd} geweigerd';
  const bar = new SingleBar({ format, stream: scherm, hideCursor: true }, Presets.shades_classic);
  return {
    toon(stand, { bytes }) {
      const velden = { aangenomen: getal(stand.aangenomen), geweigerd: getal(stand.geweigerd) };
      if (bar.isActive) bar.update(stand.byte, velden);
      else bar.start(bytes, stand.byte, velden);
    },
    // The bar draws itself again below the line.
    meld: (tekst) => void scherm.write(`\r\u001B[K${tekst}\n`),
    klaar: () => bar.stop(),
  };
}

const omDeMs = 5000;

function logregels(scherm: Scherm): Meter {
  let vorige = performance.now();
  return {
    toon(stand, { bytes }) {
      if (performance.now() - vorige < omDeMs) return;
      vorige = performance.now();
      const procent = Math.floor((100 * stand.byte) / bytes);
      const gedaan = `${getal(stand.aangenomen)} aangenomen, ${getal(stand.geweigerd)} geweigerd`;
      scherm.write(`${procent}%: ${gedaan}\n`);
    },
    meld: (tekst) => void scherm.write(`${tekst}\n`),
    klaar: () => undefined,
  };
}
