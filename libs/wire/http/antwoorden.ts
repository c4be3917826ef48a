import type { TSchema } from 'typebox';
import { Type } from 'typebox';
import type { Antwoordnaam } from './endpoint.ts';
import { gereed, leeft } from './gezondheid.ts';
import {
  aanmeldingenVerwerkt,
  opdrachtVerwerkt,
  werkbezoekAangenomen,
  zaakAangenomen,
} from './ontvangst.ts';
import { adviezenTeLaat, wijkenLijst, wijkOverzicht } from './overzicht.ts';
import { probleem } from './probleem.ts';
import { zaakDetail, zaakTermijn, zakenLijst } from './zaak.ts';

/** What every endpoint answers, by the name under which it stands in the API document. */
export const antwoordSchemas: Readonly<Record<Antwoordnaam | 'Probleem', TSchema>> = {
  ZaakAangenomen: zaakAangenomen,
  WerkbezoekAangenomen: werkbezoekAangenomen,
  AanmeldingAangenomen: Type.Union([zaakAangenomen, werkbezoekAangenomen], {
    description: 'Het bericht is veilig opgeslagen.',
  }),
  AanmeldingenVerwerkt: aanmeldingenVerwerkt,
  OpdrachtVerwerkt: opdrachtVerwerkt,
  ZaakTermijn: zaakTermijn,
  WijkenLijst: wijkenLijst,
  WijkOverzicht: wijkOverzicht,
  ZakenLijst: zakenLijst,
  ZaakDetail: zaakDetail,
  AdviezenTeLaat: adviezenTeLaat,
  ApiDocument: Type.Object(
    { openapi: Type.String({ description: 'De versie van OpenAPI.', examples: ['3.1.1'] }) },
    { additionalProperties: true, description: 'Een OpenAPI-document.' },
  ),
  Leeft: leeft,
  Gereed: gereed,
  Probleem: probleem,
};
