import type { Gemeente } from '@wijkspoor/domain';
import { datumTekst, langeDatum } from '@wijkspoor/domain';
import type { ZaakTermijn, ZaakTermijnrevisie } from '@wijkspoor/wire';
import { rolnaam, soortnaam } from '@wijkspoor/wire';
import { alinea, breedte, deel, punt, regel } from './bladzijde.ts';
import { grond, kalenderIn, standIn, stappenIn } from './termijn-berekening.ts';

/** The proof sheet of a case, for paper: anyone can recompute the date from what stands on it. */
export function toonTermijnblad(blad: ZaakTermijn, gemeente: Gemeente): string {
  const { bewijs } = blad;
  const eerdere = blad.revisies.filter(({ bewijs: een }) => een).length > 1;
  const delen: [kop: string, regels: string[]][] = [
    ['Het begin', beginIn(blad, gemeente)],
    ...(bewijs ? bewezen(blad, bewijs, gemeente) : []),
    ['De uitkomst', uitkomstIn(blad, gemeente)],
  ];
  return [
    kop(blad),
    ...delen.map(([naam, regels], i) => deel(`${i + 1}. ${naam}`, regels)),
    ...(eerdere ? [deel('Eerdere termijnen, van voor de heropening', eerdereIn(blad))] : []),
    alinea('Zelf narekenen: zie docs/termijnen.md. Wat na de peildatum gebeurde, telt niet mee.'),
  ].join('\n\n');
}

type Bewijs = NonNullable<ZaakTermijn['bewijs']>;

function bewezen(
  blad: ZaakTermijn,
  bewijs: Bewijs,
  gemeente: Gemeente,
): [kop: string, regels: string[]][] {
  return [
    ['Waarop de termijn rust', grond(bewijs.regel, bewijs.regel.regel)],
    ['De berekening', berekeningIn(bewijs)],
    ['Anders afgesproken', afsprakenIn(blad, gemeente)],
  ];
}

function kop({ zaakId, soort, onderwerp, peildatum }: ZaakTermijn): string {
  const links = 'Bewijs van de termijn';
  const rechts = `peildatum ${datumTekst(peildatum)}`;
  return [
    `${links}${rechts.padStart(breedte - links.length)}`,
    '='.repeat(breedte),
    regel('Zaak', zaakId),
    regel('Soort', soortnaam(soort)),
    regel('Onderwerp', onderwerp),
  ].join('\n');
}

const feiten = {
  ontvangst: 'de ontvangst',
  bezoek: 'het werkbezoek',
  toezegging: 'de toezegging',
  adviesaanvraag: 'de aanvraag van het advies',
  heropening: 'de heropening',
};

function beginIn({ begin, reden }: ZaakTermijn, gemeente: Gemeente): string[] {
  if (!begin) return [alinea(reden ?? 'Er is nog geen begin.')];
  const { feit, op, ...waar } = begin;
  const dag = op ? langeDatum(op) : 'een dag die niet is vastgelegd';
  return [regel('Startfeit', `${feiten[feit]}, op ${dag}`), ...feitIn(waar, gemeente)];
}

type Feit = ZaakTermijnrevisie['feit'];

function feitIn(feit: Feit, gemeente: Gemeente): string[] {
  const { gebeurtenis, gebeurtenisId, revisie, positie, vastgelegdOp, door } = feit;
  const plek = `feit ${revisie} van de zaak, plaats ${positie} in het logboek`;
  return [
    regel('Feit', `${gebeurtenis}: ${plek}`),
    regel('', gebeurtenisId),
    regel('Vastgelegd', tijdstip(vastgelegdOp)),
    regel('Door', rolnaam(door, gemeente)),
  ];
}

const klok = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
});

function tijdstip(moment: string): string {
  return klok.format(new Date(moment));
}

function berekeningIn({ berekening, kalender }: Bewijs): string[] {
  return [...stappenIn(berekening), ...(kalender ? ['', kalenderIn(kalender)] : [])];
}

function afsprakenIn({ revisies, begin }: ZaakTermijn, gemeente: Gemeente): string[] {
  const afspraken = revisies.filter(
    ({ afspraak, feit }) => afspraak && feit.revisie > (begin?.revisie ?? 0),
  );
  if (afspraken.length === 0) return ['Er is geen andere datum afgesproken.'];
  return afspraken.flatMap((revisie, i) => afspraakIn(revisie, i + 1, gemeente));
}

function afspraakIn({ afspraak, feit }: ZaakTermijnrevisie, nr: number, gemeente: Gemeente) {
  if (!afspraak) return [];
  const { vorigEinde, einde, met, afgesprokenOp, reden, naVerstrijken } = afspraak;
  const wanneer = naVerstrijken ? 'toen de oude datum al voorbij was' : 'op tijd';
  return [
    punt(nr, `Oude datum: ${langeDatum(vorigEinde)}. Nieuwe datum: ${langeDatum(einde)}.`),
    alinea(`Afgesproken op ${langeDatum(afgesprokenOp)} (${wanneer}), met ${met}.`, '    '),
    alinea(`Reden: ${reden}`, '    '),
    alinea(
      `Vastgelegd op ${tijdstip(feit.vastgelegdOp)} door ${rolnaam(feit.door, gemeente)}: ` +
        `${feit.gebeurtenis}, feit ${feit.revisie}, plaats ${feit.positie}.`,
      '    ',
    ),
  ];
}

function uitkomstIn(blad: ZaakTermijn, gemeente: Gemeente): string[] {
  const { einde, reden, nietBepaald, eerste, afgesprokenNaVerstrijken } = blad;
  if (einde === null)
    return [
      regel('Laatste dag', `${nietBepaald ? 'geen einde bepaald. ' : 'geen. '}${reden ?? ''}`),
    ];
  const anders = eerste && eerste.einde !== einde;
  return [
    regel('Laatste dag', langeDatum(einde)),
    ...gestoptIn(blad, gemeente),
    regel('Stand', standVan(blad)),
    ...(anders
      ? [regel('Eerste datum', `${langeDatum(eerste.einde)}: ${naarEerste(eerste)}`)]
      : []),
    ...(afgesprokenNaVerstrijken
      ? [regel('Let op', 'een andere datum is afgesproken toen de vorige al voorbij was.')]
      : []),
  ];
}

function gestoptIn({ gestoptOp, gestoptDoor }: ZaakTermijn, gemeente: Gemeente): string[] {
  if (!gestoptOp || !gestoptDoor) return [];
  return [regel('Klok stopte', langeDatum(gestoptOp)), ...feitIn(gestoptDoor, gemeente)];
}

function standVan({ oordeel, dagenOver, dagenTeLaat, gestoptOp }: ZaakTermijn): string {
  if (oordeel === 'op-tijd') return 'op tijd';
  const stand = standIn(dagenOver, dagenTeLaat);
  return gestoptOp ? `${stand} beantwoord` : stand;
}

function naarEerste({ dagenTeLaat }: NonNullable<ZaakTermijn['eerste']>): string {
  if (dagenTeLaat === 0) return 'daaraan gemeten niet te laat';
  return `daaraan gemeten ${standIn(null, dagenTeLaat)}`;
}

function eerdereIn({ revisies, begin }: ZaakTermijn): string[] {
  return revisies
    .filter(({ feit }) => feit.revisie < (begin?.revisie ?? 0))
    .map(({ einde, afspraak, overschredenOp }, i) => {
      const hoe = afspraak ? `afgesproken op ${datumTekst(afspraak.afgesprokenOp)}` : 'berekend';
      const laat = overschredenOp ? `; voorbij op ${datumTekst(overschredenOp)}` : '';
      return punt(i + 1, `${langeDatum(einde)} (${hoe}${laat}).`);
    });
}
