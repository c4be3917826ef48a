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
import { wijkenLijst, wijkOverzicht } from './overzicht.ts';
import { probleem } from './probleem.ts';
import { berichtenLijst, signalenLijst } from './klok.ts';
import { adviezenTeLaat, zakenTeLaat } from './te-laat.ts';
import { watAlsUitkomst } from './wat-als.ts';
import { kalenderOverzicht } from './kalender.ts';
import { termijnBerekening, zaakTermijn } from './termijn.ts';
import { zaakDetail, zakenLijst } from './zaak.ts';

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
  TermijnBerekening: termijnBerekening,
  KalenderOverzicht: kalenderOverzicht,
  WijkenLijst: wijkenLijst,
  WijkOverzicht: wijkOverzicht,
  ZakenLijst: zakenLijst,
  ZaakDetail: zaakDetail,
  SignalenLijst: signalenLijst,
  BerichtenLijst: berichtenLijst,
  AdviezenTeLaat: adviezenTeLaat,
  ZakenTeLaat: zakenTeLaat,
  WatAls: watAlsUitkomst,
  ApiDocument: Type.Object(
    { openapi: Type.String({ description: 'De versie van OpenAPI.', examples: ['3.1.1'] }) },
    { additionalProperties: true, description: 'Een OpenAPI-document.' },
  ),
  Leeft: leeft,
  Gereed: gereed,
  Probleem: probleem,
};
