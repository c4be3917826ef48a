import type { Decider } from '@wijkspoor/kernel';
import type { Gemeente } from '../gemeente/gemeente.ts';
import { aanvaardAfdoening, stelAfdoeningVoor, weigerAfdoening } from './afdoening.ts';
import { geefAntwoord, meldUitvoering, stelUitkomstVast } from './antwoord.ts';
import { legContactVast, verzendTussenbericht } from './contact.ts';
import { heropenZaak, registreerZaak, sluitZaak, stelThemasVast, wijsToe } from './levensloop.ts';
import { spreekTermijnAf, startTermijn, stelOverschrijdingVast } from './looptijd.ts';
import { beleidVan } from './soort.ts';
import type { ZaakCommand } from './zaak.commands.ts';
import type { ZaakEvent } from './zaak.events.ts';
import type { Zaak } from './zaak.state.ts';
import { evolve } from './zaak.state.ts';

/** The rules of one question, advies, toezegging, actiepunt or motie. */
export const zaakDecider: Decider<Zaak, ZaakCommand, ZaakEvent> = {
  initial: { status: 'onbekend' },
  decide,
  evolve,
};

/**
 * The same rules in one municipality: its policy says who may agree another date, and when. A case
 * keeps the policy of its own day.
 */
export function zaakDeciderIn(gemeente: Pick<Gemeente, 'termijnbeleid'>): typeof zaakDecider {
  return {
    ...zaakDecider,
    decide: (command, zaak) => {
      if (command.type !== 'SpreekTermijnAf' || zaak.status === 'onbekend')
        return decide(command, zaak);
      return spreekTermijnAf(command.data, zaak, beleidVan(gemeente, zaak.registratie)?.afspraak);
    },
  };
}

function decide(command: ZaakCommand, zaak: Zaak): readonly ZaakEvent[] {
  switch (command.type) {
    case 'RegistreerZaak':
      return registreerZaak(command.data, zaak);
    case 'StelThemasVast':
      return stelThemasVast(command.data, zaak);
    case 'WijsToe':
      return wijsToe(command.data, zaak);
    case 'StartTermijn':
      return startTermijn(command.data, zaak);
    case 'SpreekTermijnAf':
      return spreekTermijnAf(command.data, zaak);
    case 'StelOverschrijdingVast':
      return stelOverschrijdingVast(command.data, zaak);
    case 'VerzendTussenbericht':
      return verzendTussenbericht(command.data, zaak);
    case 'LegContactVast':
      return legContactVast(command.data, zaak);
    case 'GeefAntwoord':
      return geefAntwoord(command.data, zaak);
    case 'StelUitkomstVast':
      return stelUitkomstVast(command.data, zaak);
    case 'MeldUitvoering':
      return meldUitvoering(command.data, zaak);
    case 'StelAfdoeningVoor':
      return stelAfdoeningVoor(command.data, zaak);
    case 'AanvaardAfdoening':
      return aanvaardAfdoening(command.data, zaak);
    case 'WeigerAfdoening':
      return weigerAfdoening(command.data, zaak);
    case 'SluitZaak':
      return sluitZaak(command.data, zaak);
    case 'HeropenZaak':
      return heropenZaak(command.data, zaak);
  }
}
