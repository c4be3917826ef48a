import type { ZaakId } from '@wijkspoor/domain';
import type { Calendar, Logger } from '@wijkspoor/platform';
import type { Bekeken, Klokregel } from '@wijkspoor/views';
import type { DataSource } from 'typeorm';
import { noteerBekeken, teBekijken } from '@wijkspoor/views';
import type { Waker } from './bewaak-zaak.ts';
import { bewaakZaak } from './bewaak-zaak.ts';

export type Bewaker = Waker & Readonly<{ views: DataSource; calendar: Calendar; logger: Logger }>;

/** What a tick came to. */
export type Getikt = Readonly<{ bekeken: number; gegeven: number; mislukt: number }>;

const pageSize = 1_000;
const sideBySide = 400;

/**
 * Looks at every case for which it is time, page after page, and at no other. What it holds is one
 * page, however much is due: after a week of standing still, that is everything of that week.
 *
 * One case that will not go does not keep the others from being looked at; it comes back with the
 * next tick. The days come from a view. If that is behind, a warning is later, never wrong, and
 * never lost: the case itself decides, and says then what it did not say before.
 */
export async function tik(bewaker: Bewaker, stop: AbortSignal): Promise<Getikt> {
  const vandaag = bewaker.calendar.today();
  const getikt = { bekeken: 0, gegeven: 0, mislukt: 0 };
  let genoteerd = Promise.resolve();
  let na: Klokregel | undefined;
  do {
    const page = await teBekijken(bewaker.views, vandaag, pageSize, na);
    const bekeken = await bekijkAlle(bewaker, page);
    await genoteerd;
    genoteerd = noteerBekeken(bewaker.views, bekeken);
    // Waited for below; by then something else may have failed, and this would be nobody's.
    genoteerd.catch(() => undefined);
    tel(getikt, page.length, bekeken);
    na = page.length < pageSize ? undefined : page.at(-1);
  } while (na && !stop.aborted);
  await genoteerd;
  return getikt;
}

function tel(
  getikt: { -readonly [Key in keyof Getikt]: number },
  gevraagd: number,
  bekeken: readonly Bekeken[],
) {
  getikt.bekeken += bekeken.length;
  getikt.mislukt += gevraagd - bekeken.length;
  getikt.gegeven += bekeken.reduce((som, { signalen }) => som + signalen.length, 0);
}

async function bekijkAlle(bewaker: Bewaker, page: readonly Klokregel[]): Promise<Bekeken[]> {
  const bekeken: Bekeken[] = [];
  const wachtend = page.map(({ zaakId }) => zaakId).reverse();
  const worker = async () => {
    for (let zaakId = wachtend.pop(); zaakId; zaakId = wachtend.pop()) {
      const gezien = await probeer(bewaker, zaakId);
      if (gezien) bekeken.push(gezien);
    }
  };
  await Promise.all(Array.from({ length: Math.min(sideBySide, page.length) }, worker));
  return bekeken;
}

async function probeer(bewaker: Bewaker, zaakId: ZaakId): Promise<Bekeken | undefined> {
  try {
    return await bewaakZaak(bewaker, zaakId);
  } catch (err) {
    bewaker.logger.error({ err, zaakId }, 'The clock of this case could not be looked at.');
    return undefined;
  }
}
