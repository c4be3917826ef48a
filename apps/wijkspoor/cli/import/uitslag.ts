import { getal, tabel } from '../tabel.ts';
import type { Importuitslag } from './importeer.ts';

/** How an import ended, with what was asked. */
export type Uitslag = Importuitslag & Readonly<{ pad: string; proef: boolean; duurMs: number }>;

/** The result for a program: one JSON object. */
export function alsJson({ pad, proef, duurMs, stand, klaar, geweigerdBestand }: Uitslag): string {
  const { aangenomen, geweigerd, perVeld, nr } = stand;
  return JSON.stringify({
    bestand: pad,
    proef,
    klaar,
    volgendeRegel: nr,
    gelezen: aangenomen + geweigerd,
    aangenomen,
    geweigerd,
    geweigerdBestand: geweigerd > 0 ? geweigerdBestand : null,
    perVeld,
    duurMs,
  });
}

/** The result for a person. */
export function alsTekst(uitslag: Uitslag): string {
  const { pad, klaar, stand, geweigerdBestand } = uitslag;
  const delen = [overzicht(uitslag)];
  if (stand.geweigerd > 0)
    delen.push(fouten(stand.perVeld), `Wat er mis is, staat per regel in ${geweigerdBestand}`);
  if (!klaar)
    delen.push(
      `Gestopt voor regel ${getal(stand.nr)}. Ga verder met dezelfde opdracht voor ${pad}.`,
    );
  return delen.join('\n\n');
}

function overzicht({ pad, proef, duurMs, stand }: Uitslag): string {
  const { aangenomen, geweigerd } = stand;
  const titel = proef ? `Proef met ${pad}: er is niets opgeslagen` : `Import van ${pad}`;
  const rijen = [
    ['Gelezen', getal(aangenomen + geweigerd)],
    [proef ? 'Zou aangenomen worden' : 'Aangenomen', getal(aangenomen)],
    [proef ? 'Zou geweigerd worden' : 'Geweigerd', getal(geweigerd)],
    ['Duur', `${getal(Math.round(duurMs / 100) / 10)} s`],
  ];
  const kolommen = [
    { kop: '', breedte: 24 },
    { kop: 'Regels', breedte: 12, rechts: true },
  ] as const;
  return `${titel}\n\n${tabel(kolommen, rijen)}`;
}

function fouten(perVeld: Readonly<Record<string, number>>): string {
  const rijen = Object.entries(perVeld)
    .toSorted(([, a], [, b]) => b - a)
    .map(([veld, aantal]) => [veld, getal(aantal)]);
  const kolommen = [
    { kop: 'Fout in veld', breedte: 24 },
    { kop: 'Regels', breedte: 12, rechts: true },
  ] as const;
  return tabel(kolommen, rijen);
}
