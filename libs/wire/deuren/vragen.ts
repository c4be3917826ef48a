import type { Static } from 'typebox';
import { Type } from 'typebox';
import { berichtstatus } from '../http/klok.ts';
import { oordeel, status } from '../http/parts.ts';
import type { Codes } from './velden.ts';
import { allesPast, bladzijde, peildatum, teLaatVragen } from './vragen-lijsten.ts';
import { datum, gesloten, rol, tekst } from './velden.ts';

const hoeveel = (wat: string) =>
  Type.Integer({ minimum: 1, maximum: 1_000, default: 200, description: `Hoeveel ${wat}.` });

const termijnVragen = (codes: Codes) => ({
  termijnenVraag: gesloten('Welke termijn.', {
    soort: codes.soort,
    vanaf: datum('De dag die de termijn begint.', '2026-03-02'),
    regel: Type.Optional(
      Type.Enum(['geen', 'atw', 'werkdag'], {
        description: 'Een andere regel voor vrije dagen dan die van het beleid.',
      }),
    ),
    peildatum,
  }),
  kalenderVraag: gesloten('Welk jaar.', {
    jaar: Type.Optional(
      Type.Integer({ minimum: 1900, maximum: 2099, description: 'Alleen dit jaar.' }),
    ),
  }),
});

const klokVragen = (codes: Codes) => ({
  signalenVraag: gesloten('Filters; alle samen moeten passen.', {
    wijk: Type.Optional(codes.wijk),
    behandelaar: Type.Optional(rol('Wie de zaak heeft.')),
    peildatum,
    limiet: hoeveel('waarschuwingen'),
  }),
  berichtenVraag: gesloten('Filters; alle samen moeten passen.', {
    status: Type.Optional(berichtstatus),
    ontvanger: Type.Optional(rol('Aan wie het bericht is.')),
    limiet: hoeveel('berichten'),
  }),
});

/** The query strings of a municipality, each as a schema. */
export function vraagSchemas(codes: Codes) {
  return {
    zakenVraag: gesloten(allesPast, {
      soort: Type.Optional(codes.soort),
      status: Type.Optional(status),
      wijk: Type.Optional(codes.wijk),
      thema: Type.Optional(codes.thema),
      behandelaar: Type.Optional(rol('Wie de zaak heeft.')),
      kanaal: Type.Optional(codes.kanaal),
      oordeel: Type.Optional(oordeel),
      kenmerk: Type.Optional(
        tekst(100, 'Nummer van een stuk; 22B1783 vindt ook 22bb1783.', '22bb4407'),
      ),
      ...bladzijde,
    }),
    peildatumVraag: gesloten('De dag.', { peildatum }),
    ...termijnVragen(codes),
    ...teLaatVragen(codes),
    ...klokVragen(codes),
    aanmeldingenVraag: gesloten('Of het een proef is.', {
      proef: Type.Boolean({
        default: false,
        description: 'Alleen beoordelen: er wordt niets opgeslagen.',
      }),
    }),
  };
}

type Vragen = ReturnType<typeof vraagSchemas>;

/** The filters of `GET /v1/zaken`. */
export type ZakenVraag = Readonly<Static<Vragen['zakenVraag']>>;

/** The question of the calculator. */
export type TermijnenVraag = Readonly<Static<Vragen['termijnenVraag']>>;

export type KalenderVraag = Readonly<Static<Vragen['kalenderVraag']>>;

/** A question that can be asked about any day. */
export type PeildatumVraag = Readonly<Static<Vragen['peildatumVraag']>>;

/** The filters of the lists of late cases; `soort` may be any. */
export type TeLaatVraag = Readonly<Static<Vragen['zakenTeLaatVraag']>>;

export type AdviezenTeLaatVraag = Readonly<Static<Vragen['adviezenTeLaatVraag']>>;

/** The filters of `GET /v1/signalen`. */
export type SignalenVraag = Readonly<Static<Vragen['signalenVraag']>>;

/** The filters of `GET /v1/berichten`. */
export type BerichtenVraag = Readonly<Static<Vragen['berichtenVraag']>>;

export type AanmeldingenVraag = Readonly<Static<Vragen['aanmeldingenVraag']>>;
