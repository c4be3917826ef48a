import type { EigenDag, Gemeente, Kalenders, Termijnbeleid, Voorstel } from '@wijkspoor/domain';
import { dienstkalender, kalenderVan, LIJSTEN } from '@wijkspoor/domain';
import type { Fault } from '@wijkspoor/kernel';
import { BadInput } from '@wijkspoor/kernel';
import type { Static } from 'typebox';
import { compile } from '../ajv.ts';
import { bestandVan } from '../gemeente.ts';
import type { GemeenteInhoud } from '../gemeente-parse.ts';
import { parseGemeente } from '../gemeente-parse.ts';
import { parseEigenDagen, parseKalender } from '../kalender-parse.ts';
import { wijzigingsvoorstel } from './wat-als.body.ts';

type Body = Static<typeof wijzigingsvoorstel>;
type Deel<T> = Readonly<{ value?: T; faults: readonly Fault[] }>;

const lees = compile(wijzigingsvoorstel);

/**
 * The door of `POST /v1/termijnen/wat-als`: the rules that hold beside those that are proposed.
 * A proposal is refused with every fault that would stop the start of a city with it.
 */
export function watAlsDeur(gemeente: Gemeente): (input: unknown) => Voorstel {
  return (input) => {
    const gelezen = lees(input);
    const vorm = 'faults' in gelezen ? gelezen.faults : [];
    const body = 'value' in gelezen ? gelezen.value : bruikbaar(input, vorm);
    const beleid = beleidIn(gemeente, body);
    const kalenders = kalendersIn(gemeente, body);
    const leeg = vorm.length > 0 ? [] : geenVoorstel(body);
    const faults = [...vorm, ...leeg, ...beleid.faults, ...kalenders.faults];
    if (faults.length > 0 || !beleid.value || !kalenders.value) throw new BadInput(faults);
    const straks = { termijnbeleid: beleid.value, ...kalenders.value };
    return { nu: gemeente, straks, ...(body.vanaf && { vanaf: body.vanaf }) };
  };
}

// What is right as far as its form goes is looked into as well, so that all is told at once.
function bruikbaar(input: unknown, vorm: readonly Fault[]): Body {
  const fout = new Set(vorm.map(({ pointer }) => pointer.split('/')[1]));
  const leden = Object.entries(input === null || typeof input !== 'object' ? {} : input);
  return Object.fromEntries(leden.filter(([naam]) => !fout.has(naam)));
}

function geenVoorstel({ termijnbeleid, kalender, eigenDagen }: Body): Fault[] {
  if (termijnbeleid ?? kalender ?? eigenDagen) return [];
  const message = 'noem wat er anders wordt: termijnbeleid, kalender of eigenDagen';
  return [{ pointer: '', message }];
}

// Checked within the whole municipality, because a policy refers to what else is in it.
function beleidIn(gemeente: Gemeente, body: Body): Deel<readonly Termijnbeleid[]> {
  if (!body.termijnbeleid) return { value: gemeente.termijnbeleid, faults: [] };
  const inhoud = {
    ...inhoudVan(gemeente),
    'termijnen.yaml': { termijnbeleid: body.termijnbeleid },
  };
  const gelezen = parseGemeente(inhoud);
  if ('value' in gelezen) return { value: gelezen.value.termijnbeleid, faults: [] };
  return { faults: gelezen.faults.map(({ pointer, message }) => ({ pointer, message })) };
}

function inhoudVan(gemeente: Gemeente): GemeenteInhoud {
  const { code, naam, tijdzone, oin } = gemeente;
  const lijsten = LIJSTEN.map((lijst) => [bestandVan[lijst], { [lijst]: gemeente[lijst] }]);
  const stam = { code, naam, tijdzone, ...(oin && { oin }) };
  return { ...(Object.fromEntries(lijsten) as GemeenteInhoud), 'gemeente.yaml': stam };
}

function kalendersIn(gemeente: Gemeente, { kalender, eigenDagen }: Body): Deel<Kalenders> {
  const wettelijk = kalender === undefined ? undefined : parseKalender(kalender);
  if (wettelijk && 'faults' in wettelijk)
    return { faults: wettelijk.faults.map((fault) => onder('/kalender', fault)) };
  const dagen = wettelijk ? kalenderVan(wettelijk.value) : gemeente.kalender;
  const eigen = eigenDagen && parseEigenDagen({ eigenDagen }, dagen);
  if (eigen && 'faults' in eigen) return { faults: eigen.faults };
  const dienst = dienstkalender(dagen, eigen ? eigen.value : eigenDagenVan(gemeente));
  return { value: { kalender: dagen, dienstkalender: dienst }, faults: [] };
}

const onder = (plek: string, { pointer, message }: Fault): Fault => ({
  pointer: plek + pointer,
  message,
});

function eigenDagenVan({ dienstkalender: { eigen } }: Gemeente): EigenDag[] {
  return [...eigen.values()].map(({ datum, naam, grond }) => ({
    ...{ datum, naam, bron: { tekst: grond, zekerheid: 'open' } },
  }));
}
