import type { Blijft, Gemeente, Voorstel } from '@wijkspoor/domain';
import { SOORTEN } from '@wijkspoor/domain';
import type { OpenZaakrij } from '@wijkspoor/views';
import type { WatAlsUitkomst } from '@wijkspoor/wire';
import type { Bekeken } from './bekijk.ts';

const uitleg = [
  'Dit is een proef: er is niets opgeslagen.',
  'Een zaak houdt het beleid van haar eerste dag: nieuw beleid dat later begint, verschuift niets.',
  'Een zaak verschuift alleen als de regel van haar eigen eerste dag anders wordt, of een vrije',
  'dag die voor haar telt. Dat is een correctie van wat er al gold. Ook dan verandert opslaan',
  'geen datum die al is vastgesteld: leg de nieuwe datum vast als afspraak, met de reden.',
].join(' ');

type Verschoven = WatAlsUitkomst['verschuift'][number];
type Gebleven = WatAlsUitkomst['blijft'][number];

/** What is told of a proposal: how many, which ones, and why the others stay. */
export function uitkomstVan(
  { vanaf }: Voorstel,
  bekeken: readonly Bekeken[],
  gemeente: Pick<Gemeente, 'wijken'>,
): WatAlsUitkomst {
  const verschuift = bekeken.flatMap(verschoven);
  const blijft = bekeken.flatMap(gebleven);
  return {
    uitleg,
    vanaf: vanaf ?? null,
    aantallen: aantallen(bekeken.length, verschuift, blijft),
    perSoort: perSoort(verschuift, blijft),
    perWijk: perWijk(verschuift, blijft, gemeente),
    verschuift,
    blijft,
  };
}

function zaakVan({ zaakId, soort, onderwerp, wijken, ontvangenOp }: OpenZaakrij) {
  const link = `/v1/zaken/${zaakId}`;
  return { zaakId, soort, onderwerp, wijken: [...wijken], ontvangenOp, link };
}

function verschoven({ zaak, gevolg }: Bekeken): Verschoven[] {
  if (gevolg.soort !== 'verschuift') return [];
  const { van, naar, dagen, reden, stappen } = gevolg;
  return [{ ...zaakVan(zaak), van, naar, dagen, reden, stappen: [...stappen] }];
}

function gebleven({ zaak, gevolg }: Bekeken): Gebleven[] {
  if (gevolg.soort !== 'blijft') return [];
  return [{ ...zaakVan(zaak), einde: zaak.einde, waarom: gevolg.waarom }];
}

function aantallen(
  open: number,
  verschuift: readonly Verschoven[],
  blijft: readonly Gebleven[],
): WatAlsUitkomst['aantallen'] {
  const om = (reden: Blijft) => blijft.filter(({ waarom }) => waarom === reden).length;
  return {
    open,
    verschuift: verschuift.length,
    beleidVanDeDag: om('beleid-van-de-dag'),
    afgesproken: om('afgesproken'),
    zelfdeUitkomst: om('zelfde-uitkomst'),
    voorVanaf: om('voor-vanaf'),
    nietGeraakt: open - verschuift.length - blijft.length,
  };
}

type Zaak = Verschoven | Gebleven;

function telling(sleutels: (zaak: Zaak) => readonly string[], zaken: readonly Zaak[]) {
  const perSleutel = new Map<string, number>();
  for (const sleutel of zaken.flatMap(sleutels))
    perSleutel.set(sleutel, (perSleutel.get(sleutel) ?? 0) + 1);
  return (sleutel: string) => perSleutel.get(sleutel) ?? 0;
}

const geraakt = ({ verschuift, blijft }: { verschuift: number; blijft: number }) =>
  verschuift + blijft > 0;

function perSoort(verschuift: readonly Zaak[], blijft: readonly Zaak[]) {
  const soortIn = ({ soort }: Zaak) => [soort];
  const [weg, hier] = [telling(soortIn, verschuift), telling(soortIn, blijft)];
  return SOORTEN.map((soort) => ({ soort, verschuift: weg(soort), blijft: hier(soort) })).filter(
    geraakt,
  );
}

function perWijk(
  verschuift: readonly Zaak[],
  blijft: readonly Zaak[],
  { wijken }: Pick<Gemeente, 'wijken'>,
) {
  const wijkenIn = (zaak: Zaak) => zaak.wijken;
  const [weg, hier] = [telling(wijkenIn, verschuift), telling(wijkenIn, blijft)];
  return wijken
    .map(({ code: wijk, naam }) => ({ wijk, naam, verschuift: weg(wijk), blijft: hier(wijk) }))
    .filter(geraakt);
}
