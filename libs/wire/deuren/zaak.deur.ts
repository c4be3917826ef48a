import type { Aanmelding, Datum, Gemeente, Registratie } from '@wijkspoor/domain';
import type { Fault } from '@wijkspoor/kernel';
import type { Static, TProperties } from 'typebox';
import type { Check, Parsed } from '../ajv.ts';
import { compile } from '../ajv.ts';
import { zaakIdVan } from '../ids.ts';
import {
  bekendeRol,
  dagIn,
  kanaalVoorSoort,
  nietEerder,
  nietLater,
  rijenIn,
  samen,
  veldenIn,
  wijkenOpDag,
} from './controles.ts';
import type { ZaakMelding } from './deuren.types.ts';
import { hintVoor } from './lijsten.ts';
import { codesVan } from './velden.ts';
import type { LosseSoort } from './zaak.body.ts';
import { losseSoorten, zaakBodies, zaakVanOnbekendeSoort } from './zaak.body.ts';

type Bodies = ReturnType<typeof zaakBodies<Record<never, never>>>;
type Body = Static<Bodies[LosseSoort]>;

/** Reads the body of one case; whoever calls it says where the case came from. */
export type Zaaklezer = (
  input: unknown,
  vandaag: Datum,
  aanmelding: (body: unknown) => Aanmelding,
) => Parsed<ZaakMelding>;

/**
 * The door of a case. Only the faults of its own soort are told, and when that soort is not known,
 * those in all that every soort has.
 */
export function zaaklezer(gemeente: Gemeente, herkomst: TProperties): Zaaklezer {
  const codes = codesVan(gemeente);
  const hint = hintVoor(gemeente);
  const bodies = zaakBodies(codes, herkomst);
  const perSoort = new Map<unknown, Check<unknown>>(
    losseSoorten.map((soort) => [soort, compile(bodies[soort], hint)]),
  );
  const anders = compile(zaakVanOnbekendeSoort(codes, herkomst), hint);
  return (input, vandaag, aanmelding) => {
    const check = perSoort.get(veldenIn(input).soort) ?? anders;
    const gelezen = samen(check(input, vandaag), tussenVelden(gemeente, input));
    if ('faults' in gelezen) return gelezen;
    const body = gelezen.value as Body;
    const registratie = registratieVan(body, aanmelding(body));
    return { value: { soort: 'zaak', registratie, door: body.door ?? `kanaal:${body.kanaal}` } };
  };
}

function tussenVelden(gemeente: Gemeente, input: unknown): Fault[] {
  const { soort, kanaal, wijken, ontvangenOp, gevraagdOp, uiterlijk, door } = veldenIn(input);
  const dag = dagIn(ontvangenOp);
  const bekend = losseSoorten.find((losse) => losse === soort);
  return [
    ...(bekend ? kanaalVoorSoort(gemeente, kanaal, bekend) : []),
    ...wijkenOpDag(gemeente, wijken, dag, '/wijken'),
    ...nietEerder(uiterlijk, dag, '/uiterlijk'),
    ...nietLater(gevraagdOp, dag, '/gevraagdOp'),
    ...bekendeRol(gemeente, door, '/door'),
    ...wijkVanWijkraad(input),
  ];
}

function wijkVanWijkraad(input: unknown): Fault[] {
  const { aan, wijken } = veldenIn(input);
  if (aan !== 'wijkraad' || !Array.isArray(wijken) || rijenIn(wijken).length > 0) return [];
  const message = 'mag geen lege lijst zijn: noem de wijk van de wijkraad';
  return [{ pointer: '/wijken', message }];
}

/** The event with which a case begins. Optional lists are there always, from here on. */
function registratieVan(body: Body, aanmelding: Aanmelding): Registratie {
  const { kanaal, wijken, themas = [], onderwerp, tekst, ontvangenOp, kenmerken = [] } = body;
  const zaakId = zaakIdVan(aanmelding);
  const data = {
    zaakId,
    aanmelding,
    kanaal,
    wijken,
    themas,
    onderwerp,
    tekst,
    ontvangenOp,
    kenmerken,
  };
  switch (body.soort) {
    case 'wijkhubvraag':
      return { type: 'VraagGeregistreerd', data };
    case 'ongevraagd-advies':
    case 'gevraagd-advies': {
      const gevraagd = body.soort === 'gevraagd-advies';
      const gevraagdOp = 'gevraagdOp' in body && body.gevraagdOp;
      const advies = { ...data, gevraagd, ...(gevraagdOp && { gevraagdOp }) };
      return { type: 'AdviesOntvangen', data: { ...advies, ...wethouderVan(body) } };
    }
    case 'toezegging': {
      const { aan, wethouder, uiterlijk } = body;
      const toegezegd = { aan, wethouder, ...(uiterlijk && { uiterlijk }) };
      return { type: 'ToezeggingVastgelegd', data: { ...data, ...toegezegd } };
    }
    case 'motie':
      return { type: 'MotieGeregistreerd', data: { ...data, ...wethouderVan(body) } };
  }
}

function wethouderVan({ wethouder }: { wethouder?: string }): { wethouder?: string } {
  return wethouder === undefined ? {} : { wethouder };
}
