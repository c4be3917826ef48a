import type { Gemeente } from '@wijkspoor/domain';
import { kaleNaam, namenVan } from '@wijkspoor/domain';
import type { Hint } from '../fault-messages.ts';
import { quoted } from '../fault-messages.ts';
import { nearest } from '../suggest.ts';

/** A list of codes of a municipality, and by what other words each code is known. */
type Lijst = Readonly<{ wat: string; waar?: string; codes: ReadonlyMap<string, string> }>;

const keuzesMax = 20;

/** What can be said about a word that is no code of a list: which code was probably meant. */
export function hintVoor(gemeente: Gemeente): Hint {
  const lijsten = lijstenVan(gemeente);
  return (list, value) => {
    const lijst = lijsten[list];
    if (list === 'soort') return soortFout(value);
    return lijst && typeof value === 'string' ? codeFout(lijst, value) : undefined;
  };
}

function lijstenVan(gemeente: Gemeente): Readonly<Record<string, Lijst>> {
  const { wijken, themas, kanalen, portefeuilles, naam } = gemeente;
  return {
    wijk: {
      wat: `wijk van ${naam}`,
      waar: 'GET /v1/wijken geeft alle codes',
      codes: woorden(wijken, (wijk) => namenVan(wijk).map((bekend) => bekend.naam)),
    },
    thema: { wat: 'thema', codes: woorden(themas, ({ onderwerpen }) => onderwerpen) },
    kanaal: { wat: 'kanaal', codes: woorden(kanalen) },
    portefeuille: { wat: 'portefeuille', codes: woorden(portefeuilles) },
  };
}

// Codes first, then names, then other words: the first one that claims a word keeps it.
function woorden<Rij extends { code: string; naam: string }>(
  rijen: readonly Rij[],
  ook: (rij: Rij) => readonly string[] = () => [],
): ReadonlyMap<string, string> {
  const paren = [
    ...rijen.map(({ code }) => [code, code] as const),
    ...rijen.map(({ code, naam }) => [kaleNaam(naam), code] as const),
    ...rijen.map(({ code }) => [kaleNaam(code), code] as const),
    ...rijen.flatMap((rij) => ook(rij).map((woord) => [kaleNaam(woord), rij.code] as const)),
  ];
  return new Map(paren.reverse());
}

function codeFout({ wat, waar, codes }: Lijst, word: string): string {
  const bekend = codes.get(kaleNaam(word));
  if (bekend) return `schrijf hier de code '${bekend}', niet ${quoted(word)}`;
  const near = nearest(word, codes.keys()) ?? nearest(kaleNaam(word), codes.keys());
  if (near) return `${quoted(word)} is geen ${wat}; bedoelt u '${codes.get(near)}'?`;
  const keuzes = [...new Set(codes.values())].sort();
  const kies = keuzes.length > keuzesMax && waar ? waar : `kies uit: ${keuzes.join(', ')}`;
  return `${quoted(word)} is geen ${wat}; ${kies}`;
}

// DOMAIN §2: promotion to a vraag uit de wijk happens only through a formal visit (002:42, 51).
function soortFout(value: unknown): string | undefined {
  if (value !== 'vraag-uit-de-wijk' && value !== 'actiepunt') return undefined;
  return `${quoted(value)} komt alleen uit een formeel werkbezoek; gebruik POST /v1/werkbezoeken`;
}
