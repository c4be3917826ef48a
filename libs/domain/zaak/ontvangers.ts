import type { Gemeente, Ontvanger, WijkCode } from '../gemeente/gemeente.ts';
import type { Rol } from './zaak.events.ts';
import type { BestaandeZaak } from './zaak.state.ts';

/**
 * The roles that a warning about a case goes to, each once, in the order of the policy.
 *
 * Of several wijken the first one named has it: one case, one owner (000:44). A case that nobody
 * has goes to the Wijk MT, so that it is never nobody's; what is about no wijk goes to the college.
 */
export function rollenVoor(
  gemeente: Pick<Gemeente, 'wijken'>,
  zaak: BestaandeZaak,
  ontvangers: readonly Ontvanger[],
): readonly Rol[] {
  return [...new Set(ontvangers.map((ontvanger) => rolVan(gemeente, zaak, ontvanger)))];
}

function rolVan(
  gemeente: Pick<Gemeente, 'wijken'>,
  { registratie, behandelaar }: BestaandeZaak,
  ontvanger: Ontvanger,
): Rol {
  const [wijk] = registratie.data.wijken;
  switch (ontvanger) {
    case 'behandelaar':
      return behandelaar ?? inWijk('wijk-mt', wijk);
    case 'wijk-mt':
    case 'wijkmanager':
      return inWijk(ontvanger, wijk);
    case 'wethouder': {
      const eigen = 'wethouder' in registratie.data ? registratie.data.wethouder : undefined;
      const wijkwethouder = gemeente.wijken.find(({ code }) => code === wijk)?.wijkwethouder;
      return inWijk('wethouder', eigen ?? wijkwethouder);
    }
  }
}

function inWijk(rol: string, code: WijkCode | undefined): Rol {
  return code === undefined ? 'college' : `${rol}:${code}`;
}
