import type {
  Datum,
  Registratie,
  Rol,
  Voorstel,
  WerkbezoekEvent,
  ZaakCommand,
  ZaakId,
} from '@wijkspoor/domain';
import type { DataOf, Instant } from '@wijkspoor/kernel';
import type {
  AanmeldingenVraag,
  BerichtenVraag,
  SignalenVraag,
  AdviezenTeLaatVraag,
  KalenderVraag,
  PeildatumVraag,
  TeLaatVraag,
  TermijnenVraag,
  ZakenVraag,
} from './vragen.ts';

/** A case that comes in, and who brought it: `kanaal:<kanaal>` unless the message says who. */
export type ZaakMelding = Readonly<{ soort: 'zaak'; registratie: Registratie; door: Rol }>;

/** A visit that comes in, with all that follows from it, and who brought it. */
export type WerkbezoekMelding = Readonly<{
  soort: 'werkbezoek';
  werkbezoek: WerkbezoekEvent['data'];
  door: Rol;
}>;

export type Melding = ZaakMelding | WerkbezoekMelding;

/** A message as a bus brings it: names of headers can stand there more than once. */
export type Bericht = Readonly<{
  headers: readonly (readonly [naam: string, waarde: Uint8Array])[];
  /** Empty where there was none. */
  body: Uint8Array;
}>;

type Commandotype = ZaakCommand['type'];

/** A command as it came in: everything but the time. `reden` is the reason for the event's meta. */
export type Opdracht<Type extends Commandotype> = Readonly<{
  type: Type;
  data: Omit<DataOf<ZaakCommand, Type>, 'now'>;
  reden?: string;
}>;

export type Opdrachtdeur<Type extends Commandotype> = (
  input: unknown,
  zaakId: ZaakId,
  vandaag: Datum,
) => Opdracht<Type>;

/** The doors of the commands, each named after what its body describes. */
export type Opdrachtdeuren = Readonly<{
  toewijzing: Opdrachtdeur<'WijsToe'>;
  themas: Opdrachtdeur<'StelThemasVast'>;
  antwoord: Opdrachtdeur<'GeefAntwoord'>;
  uitkomst: Opdrachtdeur<'StelUitkomstVast'>;
  uitvoering: Opdrachtdeur<'MeldUitvoering'>;
  afdoening: Opdrachtdeur<'StelAfdoeningVoor'>;
  aanvaarding: Opdrachtdeur<'AanvaardAfdoening'>;
  weigering: Opdrachtdeur<'WeigerAfdoening'>;
  sluiting: Opdrachtdeur<'SluitZaak'>;
  heropening: Opdrachtdeur<'HeropenZaak'>;
  afspraak: Opdrachtdeur<'SpreekTermijnAf'>;
  tussenbericht: Opdrachtdeur<'VerzendTussenbericht'>;
  contact: Opdrachtdeur<'LegContactVast'>;
}>;

/**
 * Every way in, for one municipality. A door gives a value that can be trusted from there on, or
 * throws `BadInput` with every fault in the input, each at its place.
 */
export type Deuren = Opdrachtdeuren &
  Readonly<{
    /** Body of `POST /v1/zaken`. */
    zaak(input: unknown, vandaag: Datum): ZaakMelding;
    /** Body of `POST /v1/werkbezoeken`. */
    werkbezoek(input: unknown, vandaag: Datum): WerkbezoekMelding;
    /** One CloudEvent of `POST /v1/aanmeldingen`. */
    cloudEvent(input: unknown, nu: Instant): Melding;
    /** One message of a channel on Kafka: a CloudEvent, structured or binary. */
    bericht(bericht: Bericht, nu: Instant): Melding;
    /** Body of `POST /v1/termijnen/wat-als`. */
    watAls(input: unknown): Voorstel;
    /** The query strings, as the server read them: every value a text. */
    zakenVraag(query: unknown): ZakenVraag;
    peildatumVraag(query: unknown): PeildatumVraag;
    termijnenVraag(query: unknown): TermijnenVraag;
    kalenderVraag(query: unknown): KalenderVraag;
    adviezenTeLaatVraag(query: unknown): AdviezenTeLaatVraag;
    zakenTeLaatVraag(query: unknown): TeLaatVraag;
    signalenVraag(query: unknown): SignalenVraag;
    berichtenVraag(query: unknown): BerichtenVraag;
    aanmeldingenVraag(query: unknown): AanmeldingenVraag;
    /** For a request that takes no query at all. */
    geenVraag(query: unknown): void;
    /** What to say when this is not the code of a wijk, e.g. in a path; nothing when it is one. */
    wijkFout(code: string): string | undefined;
  }>;
