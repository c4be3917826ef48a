import type { Datum, Gemeente } from '@wijkspoor/domain';

/** What codes are called by whoever reads a list: on paper, on the screen, at the command line. */
type Woorden = Readonly<Record<string, string>>;

const soorten: Woorden = {
  wijkhubvraag: 'Vraag aan de wijkhub',
  'vraag-uit-de-wijk': 'Vraag uit de wijk',
  'ongevraagd-advies': 'Ongevraagd advies',
  'gevraagd-advies': 'Gevraagd advies',
  toezegging: 'Toezegging',
  actiepunt: 'Actiepunt',
  motie: 'Motie',
};

const rollen: Woorden = {
  hub: 'Wijkhub',
  'wijk-mt': 'Wijk MT',
  wijkmanager: 'Wijkmanager',
  wethouder: 'Wethouder',
  college: 'College',
  cluster: 'Cluster',
  overleg: 'Overleg',
  // These two never have a case: they stand only in the middle of a sentence.
  kanaal: 'kanaal',
  dienst: 'dienst',
};

const berichtvormen: Woorden = {
  tussenbericht: 'Tussenbericht',
  mondeling: 'Gesprek',
  antwoord: 'Antwoord',
};

/** What must be known of a list of a day that is not today, in a sentence; nothing for today. */
export function watVoorDag(peildatum: Datum, vandaag: Datum): string {
  if (peildatum > vandaag)
    return 'Deze dag moet nog komen: zo wordt het als er tot dan niets gebeurt.';
  if (peildatum === vandaag) return '';
  return 'Dit is hoe het op die dag was. Wat later gebeurde, telt niet mee.';
}

/** What a soort is called; a code that we do not know is shown as it is. */
export function soortnaam(code: string): string {
  return soorten[code] ?? code;
}

/** How something was let hear. */
export function berichtnaam(vorm: string | null): string {
  return vorm === null ? 'Bericht' : (berichtvormen[vorm] ?? vorm);
}

type Namen = Pick<Gemeente, 'wijken'> &
  Partial<Pick<Gemeente, 'portefeuilles' | 'hubs' | 'partners'>>;

/**
 * Who it is, in words: `wijk-mt:tarwewijk` is the Wijk MT of Tarwewijk. A partner goes by its own
 * name; of what we do not know, the code is read out.
 */
export function rolnaam(rol: string | null, gemeente: Namen): string {
  if (rol === null) return 'nog niemand';
  const [soort = '', code] = rol.split(':');
  const partner = partnernaam(code === undefined ? [soort] : [code, `${code}-${soort}`], gemeente);
  if (partner !== undefined) return partner;
  const naam = rollen[soort] ?? voorgelezen(soort);
  return code === undefined ? naam : `${naam} ${vanWie(soort, code, gemeente)}`;
}

// `overleg:kendoe` is the partner `kendoe-overleg`, and `wijkteam` is one by itself.
function partnernaam(codes: readonly string[], { partners }: Namen): string | undefined {
  return partners?.find(({ code }) => codes.includes(code))?.naam;
}

function voorgelezen(code: string): string {
  const woorden = code.replaceAll('-', ' ');
  return woorden.charAt(0).toUpperCase() + woorden.slice(1);
}

function vanWie(soort: string, code: string, gemeente: Namen): string {
  if (soort === 'wethouder') return portefeuillenaam(code, gemeente);
  const hub = soort === 'hub' ? gemeente.hubs?.find((een) => een.code === code) : undefined;
  const naam = wijknaam(hub?.wijk ?? code, gemeente);
  return naam === code ? code.replaceAll('-', ' ') : naam;
}

/** The name of a portfolio; a code that we do not know is shown as it is. */
export function portefeuillenaam(
  code: string,
  { portefeuilles = [] }: Partial<Pick<Gemeente, 'portefeuilles'>>,
): string {
  return portefeuilles.find((een) => een.code === code)?.naam ?? code;
}

/** The name of a wijk; a code that we do not know is shown as it is. */
export function wijknaam(code: string, { wijken }: Pick<Gemeente, 'wijken'>): string {
  return wijken.find((wijk) => wijk.code === code)?.naam ?? code;
}
