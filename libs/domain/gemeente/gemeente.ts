import type { Datum } from '../termijn/datum.ts';
import type {
  BehandelaarCode,
  EersteBehandelaar,
  Geldigheid,
  Gemeente,
  Hub,
  Soort,
  Wijk,
  WijkCode,
} from './model.ts';
import type { Termijnbeleid } from './termijnbeleid.ts';

export * from './model.ts';
export * from './termijnbeleid.ts';

/** Whether an entry holds on a day; the last day counts. */
export function isGeldigOp({ geldigVan, geldigTot }: Partial<Geldigheid>, datum: Datum): boolean {
  return (!geldigVan || geldigVan <= datum) && (!geldigTot || datum <= geldigTot);
}

/**
 * A name without case, accents, spaces and punctuation, so that `MiddellandNieuweWesten`,
 * `Middelland-Nieuwe Westen` and `middelland nieuwe westen` are one (the letters write all three).
 */
export function kaleNaam(naam: string): string {
  return naam
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** A name of a wijk: where it stands in the entry, and the days on which it holds. */
export type NaamVanWijk = Readonly<{ naam: string; plek: string; geldigheid: Partial<Geldigheid> }>;

/** Every name that a wijk may be found by: its name, its aliases, its code. */
export function namenVan(wijk: Partial<Wijk>): readonly NaamVanWijk[] {
  const aliassen = (wijk.aliassen ?? []).map((alias, i) => ({
    naam: alias.naam,
    plek: `aliassen/${i}/naam`,
    geldigheid: { ...wijk, ...alias },
  }));
  return [
    ...(wijk.naam ? [{ naam: wijk.naam, plek: 'naam', geldigheid: wijk }] : []),
    ...aliassen,
    ...(wijk.code ? [{ naam: wijk.code, plek: 'code', geldigheid: wijk }] : []),
  ];
}

/**
 * The wijk that somebody means by a code, a name or an alias, however it is written.
 *
 * With a day, only what held on that day; without one, any name that was ever used, the codes and
 * present names first. Gives nothing for a name that nobody knows.
 */
export function wijkVan(
  gemeente: Pick<Gemeente, 'wijken'>,
  codeOfNaamOfAlias: string,
  datum?: Datum,
): Wijk | undefined {
  const metCode = gemeente.wijken.find(({ code }) => code === codeOfNaamOfAlias);
  if (metCode && (!datum || isGeldigOp(metCode, datum))) return metCode;
  const gezocht = kaleNaam(codeOfNaamOfAlias);
  const heten = gemeente.wijken.filter((wijk) => heet(wijk, gezocht, datum));
  return heten.find(({ naam }) => kaleNaam(naam) === gezocht) ?? heten[0];
}

function heet(wijk: Wijk, kaal: string, datum: Datum | undefined): boolean {
  return namenVan(wijk).some(
    ({ naam, geldigheid }) => kaleNaam(naam) === kaal && (!datum || isGeldigOp(geldigheid, datum)),
  );
}

/** Whether a wijk with this code has a wijkraad or dorpsraad on that day. */
export function wijkGeldigOp(
  gemeente: Pick<Gemeente, 'wijken'>,
  code: WijkCode,
  datum: Datum,
): boolean {
  return gemeente.wijken.some((wijk) => wijk.code === code && isGeldigOp(wijk, datum));
}

/** The term policy of a soort on a day; nothing before the first policy began. */
export function beleidVoor(
  gemeente: Pick<Gemeente, 'termijnbeleid'>,
  soort: Soort,
  datum: Datum,
): Termijnbeleid | undefined {
  return gemeente.termijnbeleid.find(
    (beleid) => beleid.soort === soort && isGeldigOp(beleid, datum),
  );
}

/** The hub of a wijk on a day; nothing where none is open yet (000:6-7). */
export function hubVan(
  gemeente: Pick<Gemeente, 'hubs'>,
  wijk: WijkCode,
  datum: Datum,
): Hub | undefined {
  return gemeente.hubs.find((hub) => hub.wijk === wijk && isGeldigOp(hub, datum));
}

/**
 * Who has a case first, before anyone has routed it.
 *
 * Of several wijken the first one named has it: one case, one owner (000:44). A wijk without a hub
 * on that day sends a question to its Wijk MT, so that nobody finds a closed door (000:6-7,
 * 002:54). The wethouder of a wijk is its wijkwethouder (002:99); where the configuration names
 * none, or no wijk is given, the college as a whole has it. A `genoemde-eigenaar` stands in the
 * item itself: whoever registers it names that owner, and until then the Wijk MT has it.
 */
export function eersteBehandelaar(
  gemeente: Gemeente,
  soort: Soort,
  wijken: readonly WijkCode[],
  datum: Datum,
): BehandelaarCode {
  const rol = gemeente.eersteBehandelaars.find((regel) => regel.soort === soort)?.rol;
  if (!rol) throw new Error(`${gemeente.code} has no first handler for ${soort}`);
  const [wijk] = wijken;
  return wijk ? inWijk(gemeente, rol, wijk, datum) : 'college';
}

function inWijk(
  gemeente: Gemeente,
  rol: EersteBehandelaar['rol'],
  wijk: WijkCode,
  datum: Datum,
): BehandelaarCode {
  const hub = hubVan(gemeente, wijk, datum);
  const portefeuille = gemeente.wijken.find(({ code }) => code === wijk)?.wijkwethouder;
  switch (rol) {
    case 'hub':
      return hub ? `hub:${hub.code}` : `wijk-mt:${wijk}`;
    case 'wijk-mt':
    case 'genoemde-eigenaar':
      return `wijk-mt:${wijk}`;
    case 'wethouder':
      return portefeuille ? `wethouder:${portefeuille}` : 'college';
    case 'college':
      return 'college';
  }
}
