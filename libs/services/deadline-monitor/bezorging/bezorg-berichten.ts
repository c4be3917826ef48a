import type { BerichtEvent, BerichtId, Gemeente, Weg } from '@wijkspoor/domain';
import { adresVan, berichtDecider, berichttekst } from '@wijkspoor/domain';
import type { DataOf, Instant } from '@wijkspoor/kernel';
import type { Bezorging } from '@wijkspoor/platform';
import type { Zending } from '@wijkspoor/ports';
import type { TeBezorgen } from '@wijkspoor/views';
import { neemTeBezorgen, noteerBerichten } from '@wijkspoor/views';
import { rolnaam } from '@wijkspoor/wire';
import { leesBericht, schrijfBericht } from './schrijf-bericht.ts';
import type { Opsteller } from './stel-berichten-op.ts';

/** What messages are delivered with. */
export type Postbode = Opsteller & Readonly<{ gemeente: Gemeente; bezorging: Bezorging }>;

const sideBySide = 4;
const takenMs = 5 * 60_000;

/**
 * Offers every message that it is time for, and tells what came of it. At least once: who falls
 * over after the sending and before the telling offers it again, under the same id. Some side by
 * side, each taken when there is a hand free: a receiver that does not answer holds up no other.
 */
export async function bezorgBerichten(postbode: Postbode, stop: AbortSignal): Promise<void> {
  const { views, clock } = postbode;
  const bode = async () => {
    while (!stop.aborted) {
      const nu = clock.now();
      const bezetTot = new Date(Date.parse(nu) + takenMs).toISOString() as Instant;
      const [bericht] = await neemTeBezorgen(views, nu, bezetTot, 1);
      if (!bericht) return;
      await probeer(postbode, bericht);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, bode));
}

async function probeer(postbode: Postbode, { berichtId }: TeBezorgen): Promise<void> {
  try {
    const events = await leesBericht(postbode.log, berichtId);
    const [opgesteld] = events;
    if (opgesteld?.type !== 'BerichtOpgesteld') throw new Error(`${berichtId} has no beginning`);
    const bericht = events.reduce(berichtDecider.evolve, berichtDecider.initial);
    // The view may not know yet what became of it; the log does.
    if (bericht?.stand !== 'open')
      return await noteerBerichten(
        postbode.views,
        events.map((event, revisie) => ({ event, revisie })),
      );
    const gevraagd = events.findLast((event) => event.type === 'BerichtOpnieuwGevraagd');
    const { regels } = (gevraagd ?? opgesteld).data;
    await bied(postbode, { ...opgesteld.data, regels }, bericht.pogingen + 1);
  } catch (err) {
    postbode.logger.error({ err, berichtId }, 'A message could not be offered.');
  }
}

type Opgesteld = DataOf<BerichtEvent, 'BerichtOpgesteld'>;

type Poging = Readonly<{ berichtId: BerichtId; ontvanger: string; poging: number }>;

async function bied(postbode: Postbode, bericht: Opgesteld, poging: number): Promise<void> {
  const { berichtId, ontvanger } = bericht;
  const wie: Poging = { berichtId, ontvanger, poging };
  const adres = adresVan(postbode.gemeente, ontvanger);
  if (!adres) return meldGesloten(postbode, wie, 'geen-adres');
  const langs: Weg = adres.email ? 'e-mail' : 'webhook';
  const bezorger = postbode.bezorging.bezorgers[langs];
  if (!bezorger) return meldGesloten(postbode, wie, 'niet-ingesteld', langs);
  const zending = zendingVan(postbode, bericht, adres.email ?? adres.webhook ?? '');
  const uitslag = await bezorger.bezorg(zending);
  const now = postbode.clock.now();
  if (uitslag.bezorgd) {
    await schrijfBericht(postbode, { type: 'MeldBezorging', data: { ...wie, langs, now } });
    return;
  }
  await meldMislukking(postbode, wie, { oorzaak: 'mislukt', ...uitslag });
}

const redenen = {
  'geen-adres': () => 'deze rol heeft geen adres in ontvangers.yaml',
  'niet-ingesteld': (langs: Weg | undefined) => `bezorgen langs ${langs} is niet ingesteld`,
};

async function meldGesloten(
  postbode: Postbode,
  poging: Poging,
  oorzaak: keyof typeof redenen,
  langs?: Weg,
): Promise<void> {
  const reden = redenen[oorzaak](langs);
  await meldMislukking(postbode, poging, { oorzaak, reden, definitief: true });
}

type Mislukking = Readonly<{
  oorzaak: 'mislukt' | keyof typeof redenen;
  reden: string;
  definitief: boolean;
}>;

async function meldMislukking(
  postbode: Postbode,
  poging: Poging,
  { oorzaak, reden, definitief }: Mislukking,
): Promise<void> {
  const waarom = { oorzaak, reden: reden.slice(0, 500), definitief };
  const data = { ...poging, ...waarom, now: postbode.clock.now() };
  // The rules know which attempt is the last one.
  for (const event of await schrijfBericht(postbode, { type: 'MeldMislukking', data }))
    postbode.logger.warn(event.data, 'A message was not delivered.');
}

function zendingVan(postbode: Postbode, bericht: Opgesteld, adres: string): Zending {
  const { berichtId, ontvanger, datum, regels } = bericht;
  const link = (zaakId: string) => `${postbode.bezorging.link}/v1/zaken/${zaakId}`;
  const gegevens = {
    ...{ berichtId, ontvanger, datum },
    regels: regels.map((regel) => ({ ...regel, link: link(regel.zaakId) })),
  };
  const naam = rolnaam(ontvanger, postbode.gemeente);
  const tekst = berichttekst({ ontvanger: naam, datum, regels, link });
  return { id: berichtId, adres, ...tekst, gegevens };
}
