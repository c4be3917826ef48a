import type { Gemeente } from '@wijkspoor/domain';
import type { TProperties, TSchema } from 'typebox';
import { Type } from 'typebox';
import {
  envelop,
  uitbreiding,
  werkbezoekAangemeld,
  zaakAangemeld,
} from '../deuren/cloud-event.body.ts';
import { afdoeningBodies, routingBodies, termijnBodies } from '../deuren/opdracht.body.ts';
import type { Codes } from '../deuren/velden.ts';
import { aanmelding, codesVan } from '../deuren/velden.ts';
import { wijzigingsvoorstel } from '../deuren/wat-als.body.ts';
import { werkbezoekBody } from '../deuren/werkbezoek.body.ts';
import type { LosseSoort } from '../deuren/zaak.body.ts';
import { zaakBodies } from '../deuren/zaak.body.ts';
import type { Bodynaam } from './endpoint.ts';

/** The body of every endpoint and the parts it refers to, by name: the doors' own schemas. */
export function bodySchemas(gemeente: Gemeente): Readonly<Record<Bodynaam, TSchema>> {
  const codes = codesVan(gemeente);
  const routing = routingBodies(codes);
  return {
    ...zaakSchemas(codes, '', { aanmelding }),
    Werkbezoek: werkbezoekBody(codes, { aanmelding }),
    ...aanmeldingSchemas(codes),
    Toewijzing: routing.toewijzing,
    Themas: routing.themas,
    Antwoord: routing.antwoord,
    Uitkomst: routing.uitkomst,
    Uitvoering: routing.uitvoering,
    Afdoening: afdoeningBodies.afdoening,
    Aanvaarding: afdoeningBodies.aanvaarding,
    Weigering: afdoeningBodies.weigering,
    Sluiting: routing.sluiting,
    Heropening: routing.heropening,
    Afspraak: termijnBodies.afspraak,
    Tussenbericht: termijnBodies.tussenbericht,
    Contact: termijnBodies.contact,
    Wijzigingsvoorstel: wijzigingsvoorstel,
  };
}

/** A reference to a schema under `components/schemas` of the API document. */
export function verwijzing(naam: string) {
  return { $ref: `#/components/schemas/${naam}` };
}

const naamVanSoort: Readonly<Record<LosseSoort, string>> = {
  wijkhubvraag: 'Wijkhubvraag',
  'ongevraagd-advies': 'OngevraagdAdvies',
  'gevraagd-advies': 'GevraagdAdvies',
  toezegging: 'Toezegging',
  motie: 'Motie',
};

function zaakSchemas<Achter extends string>(codes: Codes, achter: Achter, herkomst: TProperties) {
  const bodies = Object.entries(zaakBodies(codes, herkomst));
  const naam = (soort: string) => `${naamVanSoort[soort as LosseSoort]}${achter}`;
  const zaak = keuzeUit(
    'soort',
    bodies.map(([soort]) => [soort, naam(soort)]),
    'Een zaak; `soort` bepaalt welke velden erbij horen.',
  );
  const perSoort = bodies.map(([soort, schema]) => [naam(soort), schema] as const);
  return { ...Object.fromEntries(perSoort), [`Zaak${achter}`]: zaak } as Record<
    `Zaak${Achter}`,
    TSchema
  >;
}

/** A choice between named schemas, told apart by the value of one field. */
function keuzeUit(
  propertyName: string,
  keuzes: readonly (readonly [string, string])[],
  description: string,
): TSchema {
  const mapping = keuzes.map(([waarde, naam]) => [waarde, verwijzing(naam).$ref] as const);
  return Type.Unsafe({
    oneOf: keuzes.map(([, naam]) => verwijzing(naam)),
    discriminator: { propertyName, mapping: Object.fromEntries<string>(mapping) },
    description,
  });
}

function aanmeldingSchemas(codes: Codes) {
  return {
    ...zaakSchemas(codes, 'Gegevens', {}),
    WerkbezoekGegevens: werkbezoekBody(codes, {}),
    AanmeldingVanZaak: cloudEvent(zaakAangemeld, 'ZaakGegevens', 'één zaak'),
    AanmeldingVanWerkbezoek: cloudEvent(
      werkbezoekAangemeld,
      'WerkbezoekGegevens',
      'een werkbezoek',
    ),
    Aanmelding: keuzeUit(
      'type',
      [
        [zaakAangemeld, 'AanmeldingVanZaak'],
        [werkbezoekAangemeld, 'AanmeldingVanWerkbezoek'],
      ],
      'Een CloudEvent 1.0 volgens het NL GOV-profiel.',
    ),
  };
}

function cloudEvent(type: string, data: string, wat: string): TSchema {
  const velden = {
    ...envelop,
    type: Type.Literal(type, { description: 'Wat er gemeld wordt.' }),
    data: Type.Unsafe(verwijzing(data)),
  };
  const description = `De melding van ${wat}. \`source\` en \`id\` zijn samen de herkomst.`;
  return Type.Object(velden, { additionalProperties: uitbreiding, description });
}
