import type { Datum } from '@wijkspoor/domain';
import type { Stadswijk, Stof, Uitgeschreven } from './stof.ts';
import { gemerkt, vul } from './taal.ts';
import { toeval } from './toeval.ts';
import type { Body, Pad, Stap, Verhaal } from './verhaal.ts';
import { bronnen, dagveld, zaakBericht } from './verhaal.ts';

/** What the letters name, word for word: nothing is added to it. */
export function uitBrieven({ brieven }: Stof): Verhaal[] {
  return brieven.map((zaak) => verhaal(bronnen.brieven, zaak));
}

/** What is spelled out to show one thing each, marked as made up. */
export function bijzonder(stof: Stof, peildag: Datum): Verhaal[] {
  const merk = (zaak: Uitgeschreven): Uitgeschreven => {
    const tekst = gemerkt(String(zaak.data.tekst));
    return { ...zaak, data: { ...zaak.data, tekst } };
  };
  const alle = [...stof.bijzonder, langeBrief(stof)].map(merk);
  return alle.map((zaak) => verhaal(bronnen.verzonnen, zaak)).map(nietNa(peildag));
}

function nietNa(peildag: Datum) {
  return (een: Verhaal): Verhaal => {
    const laat = een.stappen.find(({ op }) => op > peildag);
    if (laat) throw new Error(`${een.bericht.id}: ${laat.pad} op ${laat.op} is na ${peildag}`);
    return een;
  };
}

type Data = Body & { soort: string; wijken: readonly string[]; ontvangenOp: Datum };

function verhaal(bron: string, { id, data, vervolg = [] }: Uitgeschreven): Verhaal {
  const { ontvangenOp, ...rest } = data as Data;
  const door = doorVan(data as Data);
  let op = ontvangenOp;
  const stappen = vervolg.flatMap(Object.entries<Body>).map(([naam, body]): Stap => {
    const pad = naam as Pad;
    const veld = dagveld[pad];
    if (veld) op = body[veld] as Datum;
    return { op, zaak: { bron, id }, pad, body: { door, ...body } };
  });
  return { bericht: zaakBericht(bron, id, { ...rest, ontvangenOp }), stappen };
}

function doorVan({ soort, wijken: [wijk], wethouder }: Data): string {
  if (soort === 'wijkhubvraag') return `hub:wijkhub-${wijk ?? ''}`;
  if (soort.endsWith('-advies')) return `wijk-mt:${wijk ?? ''}`;
  return wijk && typeof wethouder === 'string' ? `wethouder:${wethouder}` : 'college';
}

/** A letter of more than 20,000 characters: all that was said in one wijk, point by point. */
function langeBrief({ vragen, wijken }: Stof): Uitgeschreven {
  const wijk = wijken.find(({ code }) => code === 'afrikaanderwijk') as Stadswijk;
  const t = toeval('lange brief');
  const overal = vragen.filter(({ elders }) => elders !== 0);
  const gesprekken = overal.flatMap(({ onderwerp, tekst }) =>
    tekst.map((gezegd) => `${onderwerp}. “${vul(gezegd, wijk, t)}”`),
  );
  const punten = gesprekken.map((gesprek, i) => `${i + 1}. ${gesprek}`);
  const tekst = [
    'Geacht college,',
    'Een maand lang zaten wij op de markt. Wij lieten niets weg. Dit zeiden bewoners:',
    punten.join('\n\n'),
    'De wijkraad Afrikaanderwijk adviseert u om op ieder punt te antwoorden, in gewone taal.',
  ];
  return {
    id: 'lange-brief',
    data: {
      soort: 'ongevraagd-advies',
      kanaal: 'brief',
      wijken: [wijk.code],
      themas: ['overig', 'taal-en-digitaal'],
      ontvangenOp: '2026-09-29',
      onderwerp: 'Een maand luisteren op de markt',
      tekst: tekst.join('\n\n'),
    },
    vervolg: [
      {
        contacten: {
          contactOp: '2026-10-30',
          met: 'wijkraad Afrikaanderwijk',
          inhoud: 'De lijst is samen doorgelopen; hij wordt per cluster verdeeld.',
        },
      },
    ],
  };
}
