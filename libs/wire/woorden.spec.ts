import { describe, expect, it } from '@jest/globals';
import { rolnaam } from './woorden.ts';

const naam = (code: string, zo: string) => ({ code, naam: zo });
const gemeente = {
  wijken: [naam('tarwewijk', 'Tarwewijk'), naam('oude-haven', "Oude Haven en 't Zand")],
  portefeuilles: [naam('wijken', 'Wijken')],
  hubs: [{ ...naam('wijkhub-tarwewijk', 'Hub'), wijk: 'tarwewijk' }],
  partners: [
    naam('stadsbeheer', 'Cluster Stadsbeheer'),
    naam('kendoe-overleg', 'Kendoe-overleg'),
    naam('wijkteam', 'Wijkteam'),
  ],
} as unknown as Parameters<typeof rolnaam>[1];

describe('de naam van een rol', () => {
  it.each([
    ['wijk-mt:oude-haven', "Wijk MT Oude Haven en 't Zand"],
    ['hub:wijkhub-tarwewijk', 'Wijkhub Tarwewijk'],
    ['wethouder:wijken', 'Wethouder Wijken'],
    ['college', 'College'],
    ['cluster:stadsbeheer', 'Cluster Stadsbeheer'],
    ['overleg:kendoe', 'Kendoe-overleg'],
    ['wijkteam', 'Wijkteam'],
    ['cluster:maatschappelijke-ontwikkeling', 'Cluster maatschappelijke ontwikkeling'],
    ['wijknetwerker:tarwewijk', 'Wijknetwerker Tarwewijk'],
    ['kanaal:wijkraad', 'kanaal wijkraad'],
    ['griffie:ris', 'Griffie ris'],
    [null, 'nog niemand'],
  ])('%s is in woorden: %s', (rol, naam) => {
    expect(rolnaam(rol, gemeente)).toBe(naam);
  });
});
