import type { DataOf, Instant } from '@wijkspoor/kernel';
import type { Datum } from '../termijn/datum.ts';
import type { ZaakCommand } from './zaak.commands.ts';
import type { Registratie, ZaakEvent } from './zaak.events.ts';

/* One case of every soort and what may happen to it, on days with names, for specs. */

export const zaakId = 'zaak-1';
export const wijkMt = 'wijk-mt:tarwewijk';
export const griffie = 'griffie';

/** The Monday on which it came in, and the days after it. */
export const maandag = '2026-03-02';
export const dinsdag = '2026-03-03';
export const woensdag = '2026-03-04';
export const zondagErvoor = '2026-03-01';

/** The Monday six weeks later: the last day on which an answer is on time, and the day after. */
export const laatsteDag = '2026-04-13';
export const dagErna = '2026-04-14';

/** A later Monday, as agreed, and the day after. */
export const nieuweDag = '2026-05-04';
export const dagNaNieuweDag = '2026-05-05';

/** Noon on a day, in Amsterdam and in UTC the same day. */
export const middagOp = (dag: Datum): Instant => `${dag}T11:00:00Z`;

const basis = {
  zaakId,
  aanmelding: { bron: 'wijkraad', id: '12' },
  kanaal: 'brief',
  wijken: ['tarwewijk'],
  themas: [],
  onderwerp: 'Een zebrapad',
  tekst: 'Graag een zebrapad bij de school.',
  ontvangenOp: maandag,
  kenmerken: [],
} as const;

const bezoek = { werkbezoekId: 'werkbezoek-7', wethouder: 'wijken' } as const;

export const vraag: Registratie = { type: 'VraagGeregistreerd', data: basis };

export const vraagUitDeWijk: Registratie = {
  type: 'VraagUitDeWijkGeregistreerd',
  data: { ...basis, ...bezoek },
};

export const advies = {
  type: 'AdviesOntvangen',
  data: { ...basis, gevraagd: false },
} as const satisfies Registratie;

export const gevraagdAdvies: Registratie = {
  type: 'AdviesOntvangen',
  data: { ...basis, gevraagd: true },
};

export const toezegging = {
  type: 'ToezeggingVastgelegd',
  data: { ...basis, ...bezoek, aan: 'wijkraad', uiterlijk: laatsteDag },
} as const satisfies Registratie;

export const actiepunt: Registratie = {
  type: 'ActiepuntVastgelegd',
  data: { ...basis, ...bezoek, eigenaar: 'cluster:stadsbeheer' },
};

export const motie: Registratie = { type: 'MotieGeregistreerd', data: { ...basis, wijken: [] } };

/** One case of every soort (DOMAIN §1, A to E, and the motie). */
export const elkeSoort = [
  ['wijkhubvraag', vraag],
  ['vraag-uit-de-wijk', vraagUitDeWijk],
  ['ongevraagd-advies', advies],
  ['gevraagd-advies', gevraagdAdvies],
  ['toezegging', toezegging],
  ['actiepunt', actiepunt],
  ['motie', motie],
] as const;

type Gegevens<Type extends ZaakEvent['type']> = Omit<DataOf<ZaakEvent, Type>, 'zaakId'>;

/** Something that happened to this case. */
export function feit<Type extends ZaakEvent['type']>(type: Type, data: Gegevens<Type>): ZaakEvent {
  return { type, data: { zaakId, ...data } } as object as ZaakEvent;
}

type Wens<Type extends ZaakCommand['type']> = Omit<DataOf<ZaakCommand, Type>, 'zaakId' | 'now'>;

/** Something that is asked of this case, at noon of a day. */
export function vraagOm<Type extends ZaakCommand['type']>(
  type: Type,
  data: Wens<Type>,
  dag: Datum = dinsdag,
): ZaakCommand {
  return { type, data: { zaakId, ...data, now: middagOp(dag) } } as object as ZaakCommand;
}

export const registreer = (registratie: Registratie): ZaakCommand => ({
  type: 'RegistreerZaak',
  data: { registratie, now: middagOp(maandag) },
});
