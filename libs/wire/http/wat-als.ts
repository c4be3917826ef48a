import type { Static } from 'typebox';
import { Type } from 'typebox';
import { amount, day, list, object, orNull, soort, text, wijk, zaakId } from './parts.ts';

const aantallen = {
  open: amount('Alle zaken waarvan de klok niet is gestopt, ook die zonder einde.'),
  verschuift: amount('Het einde wordt een andere dag, of er is geen einde meer.'),
  beleidVanDeDag: amount('Blijft: het nieuwe beleid begint pas na de eerste dag van de zaak.'),
  afgesproken: amount('Blijft: er is een andere datum afgesproken, en die geldt.'),
  zelfdeUitkomst: amount('Blijft: ook volgens het voorstel is het einde dezelfde dag.'),
  voorVanaf: amount('Blijft: de zaak is van voor de gekozen dag.'),
  nietGeraakt: amount('Het voorstel gaat niet over deze zaak.'),
};

const geteld = {
  verschuift: amount('Zoveel zaken verschuiven.'),
  blijft: amount('Zoveel zaken blijven, hoewel het voorstel over hun soort gaat.'),
};

const zaak = {
  zaakId,
  soort,
  onderwerp: text('Waar het over gaat.', 'Meer groen op het plein'),
  wijken: list(wijk, 'De wijken waar het over gaat; leeg bij de hele stad.'),
  ontvangenOp: day('De dag van ontvangst.'),
  link: text('Waar de zaak te vinden is.', '/v1/zaken/zaak-4c2f6f0e-7a51-5b0e-9d7c-2f1f4f6f8a10'),
};

/** What would become of the open cases under other rules. Nothing of it is stored. */
export const watAlsUitkomst = object('Wat een voorstel doet met de open zaken.', {
  uitleg: text('Wat opslaan wel en niet verandert.', 'Een zaak houdt het beleid van haar dag.'),
  vanaf: orNull(day('Alleen zaken die vanaf deze dag zijn ontvangen.')),
  aantallen: object('Hoeveel zaken, en wat ermee gebeurt. Samen zijn ze `open`.', aantallen),
  perSoort: list(
    object('De aantallen van één soort.', { soort, ...geteld }),
    'Per soort waar iets verschuift of blijft.',
  ),
  perWijk: list(
    object('De aantallen van één wijk. Een zaak van twee wijken telt bij beide.', {
      wijk,
      naam: text('De naam.', 'Molenbuurt'),
      ...geteld,
    }),
    'Per wijk waar iets verschuift of blijft.',
  ),
  verschuift: list(
    object('Een zaak waarvan het einde verschuift.', {
      ...zaak,
      van: orNull(day('Het einde nu; null als dat er niet is.', '2026-04-13')),
      naar: orNull(day('Het einde volgens het voorstel; null als dat er niet is.', '2026-04-14')),
      dagen: orNull(Type.Integer({ description: 'Zoveel dagen later; onder nul: eerder.' })),
      reden: orNull(text('Waarom er geen einde is.', 'De kalender reikt niet zo ver.')),
      stappen: list(text('Eén stap.', 'De startdag telt niet mee.'), 'De nieuwe berekening.'),
    }),
    'De zaken die verschuiven, het vroegste einde eerst.',
  ),
  blijft: list(
    object('Een zaak die blijft zoals zij is.', {
      ...zaak,
      einde: orNull(day('Het einde.', '2026-04-13')),
      waarom: Type.Enum(['beleid-van-de-dag', 'afgesproken', 'zelfde-uitkomst', 'voor-vanaf'], {
        description: 'Waarom zij blijft.',
      }),
    }),
    'De zaken die blijven, hoewel het voorstel over hun soort of dag gaat.',
  ),
});
export type WatAlsUitkomst = Static<typeof watAlsUitkomst>;
