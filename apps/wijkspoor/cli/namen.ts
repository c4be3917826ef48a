import type { Gemeente } from '@wijkspoor/domain';

type Soortnaam = Readonly<Record<string, string>>;

const soorten: Soortnaam = {
  wijkhubvraag: 'Vraag aan de wijkhub',
  'vraag-uit-de-wijk': 'Vraag uit de wijk',
  'ongevraagd-advies': 'Ongevraagd advies',
  'gevraagd-advies': 'Gevraagd advies',
  toezegging: 'Toezegging',
  actiepunt: 'Actiepunt',
  motie: 'Motie',
};

const rollen: Soortnaam = {
  hub: 'Wijkhub',
  'wijk-mt': 'Wijk MT',
  wethouder: 'Wethouder',
  college: 'College',
  cluster: 'Cluster',
  overleg: 'Overleg',
};

/** What a soort is called; a code that we do not know is shown as it is. */
export function soortnaam(code: string): string {
  return soorten[code] ?? code;
}

/** Who it is, in words: `wijk-mt:tarwewijk` is the Wijk MT of Tarwewijk. */
export function rolnaam(rol: string | null, gemeente: Pick<Gemeente, 'wijken'>): string {
  if (rol === null) return 'nog niemand';
  const [soort = '', code] = rol.split(':');
  const naam = rollen[soort] ?? soort;
  return code === undefined ? naam : `${naam} ${wijknaam(code, gemeente)}`;
}

/** The name of a wijk; a code that we do not know is shown as it is. */
export function wijknaam(code: string, { wijken }: Pick<Gemeente, 'wijken'>): string {
  return wijken.find((wijk) => wijk.code === code)?.naam ?? code;
}
