import type { Registratie, WerkbezoekEvent } from '@wijkspoor/domain';
import { differences } from '@wijkspoor/kernel';

type Werkbezoek = WerkbezoekEvent['data'];

/** Where two visits differ, at the places that they have in the message of a sender. */
export function verschillenInBericht(eerder: Werkbezoek, nu: Werkbezoek): string[] {
  return differences(berichtVan(eerder), berichtVan(nu));
}

function berichtVan({ registraties, kanaal, wijken, bezoekOp, wethouder }: Werkbezoek) {
  const items = (soort: Registratie['type']) =>
    registraties.filter(({ type }) => type === soort).map(itemVan);
  return {
    ...{ kanaal, wijken, bezoekOp, wethouder },
    vragen: items('VraagUitDeWijkGeregistreerd'),
    toezeggingen: items('ToezeggingVastgelegd'),
    actiepunten: items('ActiepuntVastgelegd'),
  };
}

function itemVan({ data }: Registratie) {
  const { onderwerp, tekst, themas, wijken, kenmerken } = data;
  const { eigenaar, uiterlijk } = { eigenaar: undefined, uiterlijk: undefined, ...data };
  return { id: itemIdVan(data), onderwerp, tekst, themas, wijken, kenmerken, eigenaar, uiterlijk };
}

/** An item's own id: it stands behind the last `#` in the id of its case's message. */
export function itemIdVan({ aanmelding: { id } }: Pick<Registratie['data'], 'aanmelding'>): string {
  return id.slice(id.lastIndexOf('#') + 1);
}
