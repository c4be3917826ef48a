import type { Gemeente, ZaakCommand } from '@wijkspoor/domain';
import type { DataOf } from '@wijkspoor/kernel';
import type { Static, TObject } from 'typebox';
import { compile } from '../ajv.ts';
import { bekendeRol, ofWeiger, samen, veldenIn } from './controles.ts';
import type { Opdracht, Opdrachtdeur, Opdrachtdeuren } from './deuren.types.ts';
import { hintVoor } from './lijsten.ts';
import { afdoeningBodies, routingBodies, termijnBodies } from './opdracht.body.ts';
import type { Codes } from './velden.ts';

type Commandotype = ZaakCommand['type'];

/** A schema whose value has all that the command needs, next to the case and the time. */
type Past<Type extends Commandotype, Schema extends TObject> =
  Static<Schema> extends Omit<DataOf<ZaakCommand, Type>, 'zaakId' | 'now'> ? Schema : never;

/** The doors of all commands. */
export function opdrachtdeuren(gemeente: Gemeente, codes: Codes): Opdrachtdeuren {
  const deur = deurVoor(gemeente);
  const routing = routingBodies(codes);
  return {
    toewijzing: deur('WijsToe', routing.toewijzing),
    themas: deur('StelThemasVast', routing.themas),
    antwoord: deur('GeefAntwoord', routing.antwoord),
    uitkomst: deur('StelUitkomstVast', routing.uitkomst),
    uitvoering: deur('MeldUitvoering', routing.uitvoering),
    afdoening: deur('StelAfdoeningVoor', afdoeningBodies.afdoening),
    aanvaarding: deur('AanvaardAfdoening', afdoeningBodies.aanvaarding),
    weigering: deur('WeigerAfdoening', afdoeningBodies.weigering),
    sluiting: deur('SluitZaak', routing.sluiting),
    heropening: deur('HeropenZaak', routing.heropening),
    afspraak: deur('SpreekTermijnAf', termijnBodies.afspraak),
    tussenbericht: deur('VerzendTussenbericht', termijnBodies.tussenbericht),
    contact: deur('LegContactVast', termijnBodies.contact),
  };
}

// In these the reason is part of the fact itself; elsewhere it only goes with it.
const redenHoortErbij: ReadonlySet<Commandotype> = new Set([
  'WeigerAfdoening',
  'SluitZaak',
  'HeropenZaak',
  'SpreekTermijnAf',
]);

function deurVoor(gemeente: Gemeente) {
  const hint = hintVoor(gemeente);
  return <Type extends Commandotype, Schema extends TObject>(
    type: Type,
    schema: Schema & Past<Type, Schema>,
  ): Opdrachtdeur<Type> => {
    const check = compile(schema, hint);
    return (input, zaakId, vandaag) => {
      const { door, behandelaar } = veldenIn(input);
      const gelezen = samen(check(input, vandaag), [
        ...bekendeRol(gemeente, door, '/door'),
        ...bekendeRol(gemeente, behandelaar, '/behandelaar'),
      ]);
      const { reden, ...rest } = ofWeiger(gelezen) as { reden?: string };
      const waarom = reden === undefined ? {} : { reden };
      const data = { zaakId, ...rest, ...(redenHoortErbij.has(type) ? waarom : {}) };
      return { type, data, ...waarom } as unknown as Opdracht<Type>;
    };
  };
}
