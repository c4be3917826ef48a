import type { EigenDag, Kalender, Kalenderbestand, Kalenderconcept } from '@wijkspoor/domain';
import { controleerEigenDagen, controleerKalender } from '@wijkspoor/domain';
import type { Fault } from '@wijkspoor/kernel';
import type { Parsed } from './ajv.ts';
import { compile } from './ajv.ts';
import { eigenDagenBestand, kalenderBestand } from './kalender.ts';

const leesKalender = compile(kalenderBestand);
const leesEigenDagen = compile(eigenDagenBestand);

/**
 * The legal calendar that a file describes, or everything that is wrong with it: also what only
 * the whole can tell, of as much as could be read.
 */
export function parseKalender(inhoud: unknown): Parsed<Kalenderbestand> {
  const gelezen = leesKalender(inhoud);
  const faults = 'faults' in gelezen ? gelezen.faults : [];
  const leesbaar = zonderFouten(inhoud, faults) as Kalenderconcept;
  const alles = eersteOpPlek([...faults, ...controleerKalender(leesbaar)]);
  return 'value' in gelezen && alles.length === 0 ? gelezen : { faults: alles };
}

/**
 * A municipality's own days off, or everything that is wrong with them: the days that can be read
 * are held against each other and the calendar also where another cannot.
 */
export function parseEigenDagen(
  inhoud: unknown,
  kalender: Pick<Kalender, 'dekking'> | undefined,
): Parsed<readonly EigenDag[]> {
  const gelezen = leesEigenDagen(inhoud);
  const onleesbaar = 'faults' in gelezen ? gelezen.faults : [];
  const { eigenDagen = [] } = zonderFouten(inhoud, onleesbaar) as Eigenconcept;
  const faults = [...onleesbaar, ...(kalender ? controleerEigenDagen(eigenDagen, kalender) : [])];
  return 'value' in gelezen && faults.length === 0
    ? { value: gelezen.value.eigenDagen }
    : { faults };
}

type Eigenconcept = Readonly<{ eigenDagen?: readonly Partial<EigenDag>[] }>;

function eersteOpPlek(faults: readonly Fault[]): Fault[] {
  return faults.filter(
    ({ pointer }, i) => faults.findIndex((fault) => fault.pointer === pointer) === i,
  );
}

// What has a fault of its own is taken out: a member goes, an item of a list becomes empty.
function zonderFouten(inhoud: unknown, faults: readonly Fault[]): unknown {
  if (!isObject(inhoud) || faults.some(({ pointer }) => pointer === '')) return {};
  const over = structuredClone(inhoud);
  for (const { pointer } of faults) neemWeg(over, pointer.split('/').slice(1));
  return over;
}

function neemWeg(waarde: Record<string, unknown>, [veld = '', ...verder]: string[]): void {
  const lid = waarde[veld];
  if (verder.length > 0 && isObject(lid)) neemWeg(lid, verder);
  else if (Array.isArray(waarde) && veld in waarde) waarde[veld] = {};
  else delete waarde[veld];
}

function isObject(waarde: unknown): waarde is Record<string, unknown> {
  return typeof waarde === 'object' && waarde !== null;
}
