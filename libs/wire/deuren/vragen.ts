import type { Static } from 'typebox';
import { Type } from 'typebox';
import { oordeel, status } from '../http/parts.ts';
import type { Codes } from './velden.ts';
import { datum, gesloten, rol, tekst } from './velden.ts';

const peildatum = Type.Optional(
  datum('De dag waarop gekeken wordt. Zonder dit veld: vandaag.', '2026-04-20'),
);

/** The query strings of a municipality, each as a schema. */
export function vraagSchemas(codes: Codes) {
  return {
    zakenVraag: gesloten('Filters; alle samen moeten passen.', {
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
      peildatum,
      limiet: Type.Integer({
        minimum: 1,
        maximum: 200,
        default: 50,
        description: 'Hoeveel zaken op een bladzijde.',
      }),
      na: Type.Optional(tekst(500, '`volgende` uit het vorige antwoord.', 'MjAyNi0wMy0wMg')),
    }),
    peildatumVraag: gesloten('De dag.', { peildatum }),
    teLaatVraag: gesloten('De dag en de wijk.', { peildatum, wijk: Type.Optional(codes.wijk) }),
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

/** A question that can be asked about any day. */
export type PeildatumVraag = Readonly<Static<Vragen['peildatumVraag']>>;

export type TeLaatVraag = Readonly<Static<Vragen['teLaatVraag']>>;

export type AanmeldingenVraag = Readonly<Static<Vragen['aanmeldingenVraag']>>;
