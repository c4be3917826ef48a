import type { Datum } from '../termijn/datum.ts';
import {
  dinsdag,
  feit,
  griffie,
  laatsteDag,
  maandag,
  nieuweDag,
  vraagOm,
  wijkMt,
  woensdag,
} from './zaak.fixture.ts';

/* What may happen to a case, each as it was asked for and as it was stored. For specs. */

/** The term of six weeks with its proof. */
export const termijn = {
  einde: laatsteDag,
  bewijs: {
    startdatum: maandag,
    regel: {
      basis: { tekst: 'Verordening op de wijkraden', verwijzing: '002:78', zekerheid: 'A' },
      start: 'ontvangst',
      lengte: { dagen: 42 },
      regel: 'geen',
    },
    stappen: ['42 dagen'],
  },
} as const;

const door = wijkMt;

export const toegewezen = feit('ZaakToegewezen', {
  door,
  behandelaar: wijkMt,
  toegewezenOp: maandag,
});

export const gestart = feit('TermijnGestart', { door, revisie: 1, ...termijn });

const antwoord = {
  door,
  vorm: 'schriftelijk',
  antwoordOp: dinsdag,
  inhoud: 'Het komt er.',
} as const;

export const beantwoord = feit('AntwoordGegeven', antwoord);
export const geefAntwoord = vraagOm('GeefAntwoord', antwoord);

export const antwoordOp = (dag: Datum) => ({
  wens: vraagOm('GeefAntwoord', { ...antwoord, antwoordOp: dag }, dag),
  feit: feit('AntwoordGegeven', { ...antwoord, antwoordOp: dag }),
});

const uitkomst = {
  door,
  uitkomst: 'overgenomen',
  vastgesteldOp: dinsdag,
  redenen: 'De kruising is gevaarlijk.',
  watVeranderde: 'Er komt een zebrapad.',
} as const;

export const uitkomstVastgesteld = feit('UitkomstVastgesteld', uitkomst);
export const stelUitkomstVast = vraagOm('StelUitkomstVast', uitkomst);

const sluiting = { door, grond: 'afgehandeld', geslotenOp: woensdag, reden: 'Klaar.' } as const;

export const gesloten = feit('ZaakGesloten', sluiting);
export const sluit = vraagOm('SluitZaak', sluiting);

const intrekking = { ...sluiting, grond: 'ingetrokken' } as const;

export const ingetrokken = feit('ZaakGesloten', intrekking);
export const trekIn = vraagOm('SluitZaak', intrekking);

const heropening = { door, heropendOp: woensdag, reden: 'Het zebrapad is er niet.' } as const;

export const heropend = feit('ZaakHeropend', heropening);
export const heropen = vraagOm('HeropenZaak', heropening);

const afspraak = {
  door,
  einde: nieuweDag,
  met: 'wijkraad Tarwewijk',
  afgesprokenOp: dinsdag,
  reden: 'Er wordt eerst geteld.',
} as const;

export const spreekAf = vraagOm('SpreekTermijnAf', afspraak);
export const afgesproken = feit('TermijnAfgesproken', {
  ...afspraak,
  revisie: 2,
  vorigEinde: laatsteDag,
  naVerstrijken: false,
});

export const overschreden = (revisie: number, einde: Datum, vastgesteldOp: Datum) =>
  feit('TermijnOverschreden', { door, revisie, einde, vastgesteldOp });

const voorstel = {
  door,
  brief: { kenmerk: '22bb4407', datum: dinsdag },
  voorgesteldOp: dinsdag,
} as const;

export const afdoeningVoorgesteld = feit('AfdoeningVoorgesteld', voorstel);
export const stelAfdoeningVoor = vraagOm('StelAfdoeningVoor', voorstel);

const weigering = { door: griffie, geweigerdOp: woensdag, reden: 'Te mager.' } as const;

export const afdoeningGeweigerd = feit('AfdoeningGeweigerd', weigering);
export const weigerAfdoening = vraagOm('WeigerAfdoening', weigering);

const aanvaarding = { door: griffie, aanvaardOp: woensdag } as const;

export const afdoeningAanvaard = feit('AfdoeningAanvaard', aanvaarding);
export const aanvaardAfdoening = vraagOm('AanvaardAfdoening', aanvaarding);

const tussenbericht = {
  door,
  aan: 'wijkraad',
  verzondenOp: dinsdag,
  inhoud: 'Wij tellen.',
} as const;

export const tussenberichtVerzonden = feit('TussenberichtVerzonden', tussenbericht);
export const verzendTussenbericht = vraagOm('VerzendTussenbericht', tussenbericht);

const contact = { door, met: 'wijkraad', contactOp: dinsdag, inhoud: 'Gebeld.' } as const;

export const contactVastgelegd = feit('ContactVastgelegd', contact);
export const legContactVast = vraagOm('LegContactVast', contact);

const uitvoering = { door, uitgevoerdOp: woensdag, toelichting: 'Het ligt er.' } as const;

export const uitvoeringGemeld = feit('UitvoeringGemeld', uitvoering);
export const meldUitvoering = vraagOm('MeldUitvoering', uitvoering);
