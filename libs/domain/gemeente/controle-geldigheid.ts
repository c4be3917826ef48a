import type { Fault } from '@wijkspoor/kernel';
import type { Concept } from './concept.ts';
import type { Geldigheid, Openingstijd } from './model.ts';

const MET_GELDIGHEID = [
  'wijken',
  'hubs',
  'partners',
  'welzijnsaanbieders',
  'termijnbeleid',
] as const;

/** Periods that end before they begin: of entries, of aliases, of opening hours. */
export function controleerGeldigheid(concept: Concept): readonly Fault[] {
  return [
    ...MET_GELDIGHEID.flatMap((lijst) => omgekeerd(concept[lijst] ?? [], `/${lijst}`)),
    ...(concept.wijken ?? []).flatMap(({ aliassen }, i) =>
      omgekeerd(aliassen ?? [], `/wijken/${i}/aliassen`),
    ),
    ...(['hubs', 'partners'] as const).flatMap((lijst) =>
      (concept[lijst] ?? []).flatMap(({ openingstijden }, i) =>
        verkeerdeUren(openingstijden ?? [], `/${lijst}/${i}/openingstijden`),
      ),
    ),
  ];
}

function omgekeerd(rijen: readonly Partial<Geldigheid>[], plek: string): Fault[] {
  return rijen.flatMap(({ geldigVan, geldigTot }, i) => {
    if (!geldigVan || !geldigTot || geldigVan <= geldigTot) return [];
    const message = `geldigTot (${geldigTot}) ligt voor geldigVan (${geldigVan})`;
    return [{ pointer: `${plek}/${i}/geldigTot`, message }];
  });
}

function verkeerdeUren(tijden: readonly Openingstijd[], plek: string): Fault[] {
  return tijden.flatMap(({ van, tot }, i) => {
    if (van < tot) return [];
    return [{ pointer: `${plek}/${i}/tot`, message: `tot (${tot}) ligt niet na van (${van})` }];
  });
}
