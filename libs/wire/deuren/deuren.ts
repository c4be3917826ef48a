import type { Aanmelding, Gemeente } from '@wijkspoor/domain';
import { BadInput } from '@wijkspoor/kernel';
import type { Static, TSchema } from 'typebox';
import { compileQuery } from '../ajv.ts';
import { at } from '../faults.ts';
import { berichtDeur } from './bericht.deur.ts';
import { cloudEventDeur } from './cloud-event.deur.ts';
import { ofWeiger, veldenIn } from './controles.ts';
import type { Deuren } from './deuren.types.ts';
import { hintVoor } from './lijsten.ts';
import { opdrachtdeuren } from './opdracht.deur.ts';
import { aanmelding, codesVan } from './velden.ts';
import { vraagSchemas } from './vragen.ts';
import { watAlsDeur } from './wat-als.deur.ts';
import { werkbezoeklezer } from './werkbezoek.deur.ts';
import { zaaklezer } from './zaak.deur.ts';

/** The doors of a municipality. Its codes become part of the checks, so build them once. */
export function deuren(gemeente: Gemeente): Deuren {
  const codes = codesVan(gemeente);
  const zaak = zaaklezer(gemeente, { aanmelding });
  const werkbezoek = werkbezoeklezer(gemeente, { aanmelding });
  const cloudEvent = cloudEventDeur(gemeente);
  return {
    ...opdrachtdeuren(gemeente, codes),
    ...vraagdeuren(gemeente),
    zaak: (input, vandaag) => ofWeiger(zaak(input, vandaag, aanmeldingIn)),
    werkbezoek: (input, vandaag) => ofWeiger(werkbezoek(input, vandaag, aanmeldingIn)),
    cloudEvent,
    watAls: watAlsDeur(gemeente),
    bericht: berichtDeur(cloudEvent),
    wijkFout: (code) =>
      gemeente.wijken.some((wijk) => wijk.code === code)
        ? undefined
        : hintVoor(gemeente)('wijk', code),
  };
}

function aanmeldingIn(body: unknown): Aanmelding {
  return veldenIn(body).aanmelding as Aanmelding;
}

function vraagdeuren(gemeente: Gemeente) {
  const hint = hintVoor(gemeente);
  const schemas = vraagSchemas(codesVan(gemeente));
  const deur = <T extends TSchema>(schema: T) => {
    const check = compileQuery(schema, hint);
    return (query: unknown): Static<T> => ofWeiger(check(query ?? {}));
  };
  return {
    zakenVraag: deur(schemas.zakenVraag),
    peildatumVraag: deur(schemas.peildatumVraag),
    termijnenVraag: deur(schemas.termijnenVraag),
    kalenderVraag: deur(schemas.kalenderVraag),
    adviezenTeLaatVraag: deur(schemas.adviezenTeLaatVraag),
    zakenTeLaatVraag: deur(schemas.zakenTeLaatVraag),
    signalenVraag: deur(schemas.signalenVraag),
    berichtenVraag: deur(schemas.berichtenVraag),
    aanmeldingenVraag: deur(schemas.aanmeldingenVraag),
    geenVraag,
  };
}

function geenVraag(query: unknown): void {
  const names = Object.keys(veldenIn(query));
  const message = 'is een onbekend veld; hier kan geen vraag worden gesteld';
  if (names.length > 0)
    throw new BadInput(names.map((name) => ({ pointer: at('', name), message })));
}
