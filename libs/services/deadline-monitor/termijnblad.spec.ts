import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Gemeente, ZaakEvent } from '@wijkspoor/domain';
import { termijnstaatOp } from '@wijkspoor/domain';
import type { Recorded } from '@wijkspoor/kernel';
import { laadGemeente, readConfig } from '@wijkspoor/platform';
import { termijnblad } from './termijnblad.ts';

const zaakId = 'zaak-0b5e';
const door = 'wijk-mt:bloemhof';
const aanvraag = '2026-02-16';
const ontvangst = '2026-03-02';
const antwoord = '2026-03-20';

const opgenomen = (...feiten: readonly object[]): Recorded<ZaakEvent>[] =>
  feiten.map((feit, revision) => ({
    ...{ ...feit, id: `feit-${revision}`, stream: zaakId, revision, position: 10 + revision },
    recordedAt: '2026-05-20T10:00:00.000Z',
    meta: { actor: door, correlationId: 'c', causationId: 'c', commandId: 'c' },
  })) as object as Recorded<ZaakEvent>[];

/** An advies that was asked for, when the policy still let the request begin the term. */
const feiten = opgenomen(
  {
    type: 'AdviesOntvangen',
    data: {
      ...{ zaakId, gevraagd: true, gevraagdOp: aanvraag, ontvangenOp: ontvangst },
      ...{ onderwerp: 'Meer groen', wijken: ['bloemhof'], themas: [], kanaal: 'brief' },
    },
  },
  {
    type: 'TermijnGestart',
    data: {
      ...{ zaakId, door, revisie: 1, einde: '2026-03-30' },
      bewijs: {
        startdatum: aanvraag,
        regel: {
          basis: { tekst: 'besluit', verwijzing: 'artikel 1', zekerheid: 'open' },
          ...{ start: 'adviesaanvraag', lengte: { dagen: 42 }, regel: 'geen' },
        },
        stappen: ['42 dagen'],
      },
    },
  },
  {
    type: 'AntwoordGegeven',
    data: { zaakId, door, vorm: 'schriftelijk', antwoordOp: antwoord, inhoud: 'Ja.' },
  },
);

describe('het bewijs van een termijn', () => {
  let vandaag: Gemeente;

  beforeAll(async () => {
    const { gemeente, kalender } = readConfig({}, {});
    vandaag = await laadGemeente(gemeente, kalender);
  });

  const op = (peildatum: typeof antwoord | typeof ontvangst) =>
    termijnblad(termijnstaatOp(feiten, peildatum), peildatum, vandaag);

  it('noemt het startfeit van toen, ook als het beleid nu een ander noemt', () => {
    const { begin, bewijs } = op(ontvangst);
    expect(begin).toMatchObject({ feit: 'adviesaanvraag', op: aanvraag });
    expect(bewijs).toMatchObject({ startdatum: begin?.op });
  });

  it('noemt het feit dat de klok stopte', () => {
    expect(op(antwoord)).toMatchObject({
      gestoptOp: antwoord,
      gestoptDoor: { gebeurtenis: 'AntwoordGegeven', revisie: 2, positie: 12, door },
    });
    expect(op(ontvangst)).toMatchObject({ gestoptOp: null, gestoptDoor: null });
  });
});
