import type {
  BerichtEvent,
  Datum,
  Registratie,
  StapSoort,
  WerkbezoekEvent,
  WerkbezoekId,
  ZaakEvent,
  ZaakId,
} from '@wijkspoor/domain';
import type { TProperties, TSchema } from 'typebox';
import { Type } from 'typebox';

/** Everything that can stand in the log. */
export type WijkspoorEvent = ZaakEvent | WerkbezoekEvent | BerichtEvent;

/** A schema for the data of each type of event of a union. */
export type StoredSchemas<Event extends { type: string }> = Readonly<
  Record<Event['type'], TSchema>
>;

/*
 * Looser than the doors on purpose: what was once stored must stay readable, also when the
 * municipality no longer knows a code. A field that is missing, unknown or of another type is a
 * fault still, and so is a day that does not exist.
 */
const object = <P extends TProperties>(fields: P) =>
  Type.Object(fields, { additionalProperties: false });

const tekst = Type.String();
const teksten = Type.Array(tekst);
const optioneel = Type.Optional(tekst);
const getal = Type.Integer({ minimum: 1 });
const datum = Type.Unsafe<Datum>(Type.String({ format: 'date' }));
const zaakId = Type.Unsafe<ZaakId>(Type.String({ pattern: '^zaak-.' }));
const werkbezoekId = Type.Unsafe<WerkbezoekId>(Type.String({ pattern: '^werkbezoek-.' }));
const aanmelding = object({ bron: tekst, id: tekst });

const geregistreerd = {
  zaakId,
  aanmelding,
  kanaal: tekst,
  wijken: teksten,
  themas: teksten,
  onderwerp: tekst,
  tekst,
  ontvangenOp: datum,
  kenmerken: teksten,
};

const uitWerkbezoek = { werkbezoekId, wethouder: tekst };

/** How a case begins, per soort. */
export const registraties = {
  VraagGeregistreerd: object(geregistreerd),
  VraagUitDeWijkGeregistreerd: object({ ...geregistreerd, ...uitWerkbezoek }),
  AdviesOntvangen: object({
    ...geregistreerd,
    gevraagd: Type.Boolean(),
    gevraagdOp: Type.Optional(datum),
    wethouder: optioneel,
  }),
  ToezeggingVastgelegd: object({
    ...geregistreerd,
    ...uitWerkbezoek,
    werkbezoekId: Type.Optional(werkbezoekId),
    aan: Type.Enum(['wijkraad', 'gemeenteraad']),
    uiterlijk: Type.Optional(datum),
  }),
  ActiepuntVastgelegd: object({
    ...geregistreerd,
    ...uitWerkbezoek,
    eigenaar: tekst,
    uiterlijk: Type.Optional(datum),
  }),
  MotieGeregistreerd: object({ ...geregistreerd, wethouder: optioneel }),
} satisfies StoredSchemas<Registratie>;

const bewijsregel = object({
  aard: Type.Optional(Type.Enum(['wettelijk', 'servicenorm'])),
  basis: object({ tekst, verwijzing: tekst, zekerheid: Type.Enum(['A', 'B', 'open']) }),
  start: Type.Enum(['ontvangst', 'bezoek', 'toezegging', 'adviesaanvraag']),
  lengte: Type.Union([
    object({ dagen: getal }),
    object({ weken: getal }),
    Type.Enum(['zoals-afgesproken', 'geen']),
  ]),
  regel: Type.Enum(['geen', 'atw', 'werkdag']),
});

const stap = object({
  soort: Type.Enum([
    ...['start', 'lengte', 'let-op', 'niet-verschoven', 'overgeslagen'],
    ...['verschoven', 'laatste-dag', 'afgesproken', 'niet-gedekt'],
  ] as StapSoort[]),
  datum,
  bron: tekst,
  naam: optioneel,
});

const kalender = object({
  naam: tekst,
  bijgewerktOp: datum,
  dekking: object({ van: datum, tot: datum }),
});

// The steps and the calendar came later: what was stored without them means what it meant.
const bewijsdelen = {
  regel: bewijsregel,
  stappen: teksten,
  berekening: Type.Optional(Type.Array(stap)),
  kalender: Type.Optional(kalender),
};

const bewijs = object({ startdatum: datum, ...bewijsdelen });
const onbepaaldBewijs = object({ startdatum: Type.Optional(datum), ...bewijsdelen });

const op = <P extends TProperties>(fields: P) => object({ zaakId, door: tekst, ...fields });

/** What can happen to a case. */
export const zaakSchemas = {
  ...registraties,
  ThemasVastgesteld: op({ themas: teksten }),
  ZaakToegewezen: op({ behandelaar: tekst, toegewezenOp: datum }),
  TermijnGestart: op({ revisie: getal, einde: datum, bewijs }),
  TermijnNietBepaald: op({ reden: tekst, bewijs: onbepaaldBewijs }),
  TermijnAfgesproken: op({
    revisie: getal,
    einde: datum,
    vorigEinde: datum,
    met: tekst,
    afgesprokenOp: datum,
    reden: tekst,
    naVerstrijken: Type.Boolean(),
  }),
  TermijnOverschreden: op({ revisie: getal, einde: datum, vastgesteldOp: datum }),
  HerinneringGegeven: op({
    revisie: getal,
    einde: datum,
    trede: Type.Integer(),
    peildatum: datum,
    aan: teksten,
  }),
  SignaalGegeven: op({
    signaal: Type.Enum(['stilte', 'tussenbericht']),
    sinds: datum,
    dag: datum,
    peildatum: datum,
    aan: teksten,
  }),
  TussenberichtVerzonden: op({ aan: tekst, verzondenOp: datum, inhoud: tekst }),
  ContactVastgelegd: op({ met: tekst, contactOp: datum, inhoud: tekst }),
  AntwoordGegeven: op({
    vorm: Type.Enum(['schriftelijk', 'mondeling']),
    antwoordOp: datum,
    inhoud: tekst,
    kenmerk: optioneel,
  }),
  UitkomstVastgesteld: op({
    uitkomst: Type.Enum(['overgenomen', 'deels-overgenomen', 'niet-overgenomen']),
    vastgesteldOp: datum,
    redenen: tekst,
    watVeranderde: optioneel,
  }),
  UitvoeringGemeld: op({ uitgevoerdOp: datum, toelichting: tekst }),
  AfdoeningVoorgesteld: op({ brief: object({ kenmerk: tekst, datum }), voorgesteldOp: datum }),
  AfdoeningAanvaard: op({ aanvaardOp: datum }),
  AfdoeningGeweigerd: op({ geweigerdOp: datum, reden: tekst }),
  ZaakGesloten: op({
    grond: Type.Enum(['afgehandeld', 'ingetrokken', 'dubbel', 'onjuist-geregistreerd']),
    geslotenOp: datum,
    reden: tekst,
  }),
  ZaakHeropend: op({ heropendOp: datum, reden: tekst }),
} satisfies StoredSchemas<ZaakEvent>;

const registratie = Type.Union(
  Object.entries(registraties).map(([type, data]) => object({ type: Type.Literal(type), data })),
);

/** What can happen to a visit. */
export const werkbezoekSchemas = {
  WerkbezoekVastgelegd: object({
    werkbezoekId,
    aanmelding,
    kanaal: tekst,
    wijken: teksten,
    bezoekOp: datum,
    wethouder: tekst,
    registraties: Type.Unsafe<Registratie[]>(Type.Array(registratie)),
  }),
} satisfies StoredSchemas<WerkbezoekEvent>;
