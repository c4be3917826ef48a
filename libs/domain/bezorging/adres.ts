import type { Fault } from '@wijkspoor/kernel';
import type { Concept } from '../gemeente/concept.ts';
import type { Gemeentegegevens, Ontvangeradres } from '../gemeente/model.ts';
import type { Rol } from '../zaak/zaak.events.ts';

/**
 * Where a role gets its messages: its own entry, or else that of its whole kind (`wijk-mt:*`), with
 * its code in place of `{code}`. Nothing when the municipality gives no address.
 */
export function adresVan(
  { ontvangers }: Pick<Gemeentegegevens, 'ontvangers'>,
  rol: Rol,
): Omit<Ontvangeradres, 'rol'> | undefined {
  const [soort, code = ''] = rol.split(':');
  const gevonden =
    ontvangers.find((adres) => adres.rol === rol) ??
    ontvangers.find((adres) => adres.rol === `${soort}:*`);
  if (!gevonden) return undefined;
  const { email, webhook } = gevonden;
  if (email) return { email: email.replaceAll('{code}', code) };
  return webhook ? { webhook: webhook.replaceAll('{code}', encodeURIComponent(code)) } : undefined;
}

/** What is wrong with the addresses: a role that stands twice, or whose code nobody knows. */
export function controleerOntvangers(concept: Concept): readonly Fault[] {
  const ontvangers = concept.ontvangers ?? [];
  return ontvangers.flatMap(({ rol }, i) => {
    if (rol === undefined) return [];
    const pointer = `/ontvangers/${i}/rol`;
    const eerste = ontvangers.findIndex((ander) => ander.rol === rol);
    if (eerste < i)
      return [{ pointer, message: `rol '${rol}' is al gebruikt: zie /ontvangers/${eerste}` }];
    return onbekendeCode(concept, rol).map((message) => ({ pointer, message }));
  });
}

const lijstVan = {
  hub: 'hubs',
  'wijk-mt': 'wijken',
  wijkmanager: 'wijken',
  wethouder: 'portefeuilles',
} as const;

function onbekendeCode(concept: Concept, rol: Rol): string[] {
  const [soort = '', code] = rol.split(':');
  const lijst = Object.entries(lijstVan).find(([naam]) => naam === soort)?.[1];
  const codes: readonly (string | undefined)[] | undefined =
    lijst && concept[lijst]?.map((rij) => rij.code);
  if (!codes || code === '*') return [];
  if (code === undefined) return [`'${rol}' mist zijn code, zoals ${rol}:*`];
  if (codes.includes(code)) return [];
  return [`'${code}' is geen code van ${lijst}`];
}
