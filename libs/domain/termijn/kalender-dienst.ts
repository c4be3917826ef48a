import type { Fault } from '@wijkspoor/kernel';
import type { Bron } from '../gemeente/model.ts';
import type { Datum } from './datum.ts';
import type { Dekking, Kalender, VrijeDag } from './kalender.ts';
import { isGedekt, opDatum } from './kalender.ts';

/** A day on which a municipality does not work by its own decision, such as 1 July. */
export type EigenDag = Readonly<{ datum: Datum; naam: string; bron: Bron }>;

/**
 * The legal calendar with the municipality's own days off: for service norms only.
 *
 * It is another type than `Kalender` on purpose. A legal term is a matter of law, and no
 * municipality can lengthen it by staying at home.
 */
export type Dienstkalender = Readonly<{
  soort: 'dienst';
  wettelijk: Kalender;
  dekking: Dekking;
  eigen: ReadonlyMap<Datum, VrijeDag>;
}>;

/** A calendar for service norms. Beyond the legal window it knows as little as the legal one. */
export function dienstkalender(wettelijk: Kalender, eigen: readonly EigenDag[]): Dienstkalender {
  const dagen = eigen.map(({ datum, naam, bron }) => ({ datum, naam, grond: bron.tekst }));
  return { soort: 'dienst', wettelijk, dekking: wettelijk.dekking, eigen: opDatum(dagen) };
}

/**
 * Own days that stand twice, or where the legal calendar does not reach; pointers under `plek`. A
 * day that could not be read is passed over.
 */
export function controleerEigenDagen(
  eigen: readonly Partial<EigenDag>[],
  { dekking }: Pick<Kalender, 'dekking'>,
  plek = '/eigenDagen',
): readonly Fault[] {
  const datums = eigen.map(({ datum }) => datum);
  return eigen.flatMap(({ datum }, i) => {
    if (!datum) return [];
    const pointer = `${plek}/${i}/datum`;
    const eerste = datums.indexOf(datum);
    if (eerste !== i) return [{ pointer, message: `${datum} staat er al: zie ${plek}/${eerste}` }];
    if (isGedekt(dekking, datum)) return [];
    const message = `${datum} ligt buiten de kalender (${dekking.van} tot en met ${dekking.tot})`;
    return [{ pointer, message }];
  });
}
