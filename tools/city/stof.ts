import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ThemaCode } from '@wijkspoor/domain';
import { parse } from 'yaml';

/** Something that residents bring to the hub: ways to say it, and what came of it. */
export type Geval = Readonly<{
  id?: string;
  /** How often it comes up in a wijk that does not name it. */
  elders?: number;
  thema: ThemaCode;
  ook?: readonly ThemaCode[];
  onderwerp: string;
  tekst: readonly string[];
  /** One for each way of saying it, or one for all. */
  antwoord: readonly string[];
  gedaan?: string;
}>;

/** Something that a wijkraad advises, and what the college makes of it. */
export type Adviesgeval = Readonly<{
  id?: string;
  elders?: number;
  onderwerp: string;
  themas: readonly [ThemaCode, ...ThemaCode[]];
  aanleiding: string;
  adviezen: readonly string[];
  over: string;
  niet: string;
  veranderd: string;
}>;

export type Bezoekpunt = Readonly<{
  thema: ThemaCode;
  onderwerp: string;
  tekst: string;
  antwoord?: string;
  eigenaar?: string;
  gedaan?: string;
}>;

/** A wijk as the sample city knows it: how busy, about what, and where. */
export type Stadswijk = Readonly<{
  code: string;
  naam: string;
  gebied: string;
  raad: 'wijkraad' | 'dorpsraad';
  gewicht: number;
  zwaartepunt: Readonly<Record<ThemaCode, number>>;
  geval?: Readonly<Record<string, number>>;
  plekken: readonly string[];
}>;

/** A case that is spelled out: the message's data, and the steps, each under its path. */
export type Uitgeschreven = Readonly<{
  id: string;
  data: Readonly<Record<string, unknown>>;
  vervolg?: readonly Readonly<Record<string, Readonly<Record<string, unknown>>>>[];
}>;

/** All that the sample city is made of. */
export type Stof = Readonly<{
  wijken: readonly Stadswijk[];
  vragen: readonly Geval[];
  ongevraagd: readonly Adviesgeval[];
  gevraagd: readonly Adviesgeval[];
  bezoek: Readonly<Record<'vragen' | 'toezeggingen' | 'actiepunten', readonly Bezoekpunt[]>>;
  brieven: readonly Uitgeschreven[];
  bijzonder: readonly Uitgeschreven[];
}>;

/** Reads the texts from the repository whose root is given. */
export function leesStof(root: string): Stof {
  const stof = join(root, 'tools/city/stof');
  const lees = <T>(bestand: string): T => parse(readFileSync(join(stof, bestand), 'utf8')) as T;
  const themas = readdirSync(join(stof, 'vragen')).toSorted();
  return {
    wijken: wijken(root, lees('wijken.yaml')),
    vragen: themas.flatMap((bestand) => vragen(bestand, lees(`vragen/${bestand}`))),
    ongevraagd: lees('ongevraagde-adviezen.yaml'),
    gevraagd: lees('gevraagde-adviezen.yaml'),
    bezoek: lees('werkbezoeken.yaml'),
    brieven: lees('brieven.yaml'),
    bijzonder: lees('bijzonder.yaml'),
  };
}

type Configuratie = { wijken: readonly Pick<Stadswijk, 'code' | 'naam' | 'gebied' | 'raad'>[] };

// Names and gebieden come from the municipality itself, so that they cannot drift apart.
function wijken(root: string, eigen: readonly Stadswijk[]): Stadswijk[] {
  const bestand = join(root, 'infra/gemeenten/rotterdam/wijken.yaml');
  const { wijken } = parse(readFileSync(bestand, 'utf8')) as Configuratie;
  return eigen.map((wijk) => {
    const bekend = wijken.find(({ code }) => code === wijk.code);
    if (!bekend) throw new Error(`tools/city/stof/wijken.yaml: ${wijk.code} is no wijk`);
    const { naam, gebied, raad } = bekend;
    return { ...wijk, naam, gebied, raad };
  });
}

function vragen(bestand: string, gevallen: readonly Omit<Geval, 'thema'>[]): Geval[] {
  const thema = bestand.replace('.yaml', '');
  return gevallen.map((geval) => ({ ...geval, thema }));
}
