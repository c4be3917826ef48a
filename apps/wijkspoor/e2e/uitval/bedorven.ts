import { expect } from '@jest/globals';
import { zaken } from '../zaken.ts';
import type { Dienst } from './dienst.ts';
import type { VerdeeldeStad } from './verdeelde-stad.ts';

/**
 * The database of the views says no to the rows of one case, as to a value that it cannot hold. So
 * reporting can handle nothing of that case, until `geneesRij`.
 */
export async function bederfRij({ overzichten }: VerdeeldeStad, zaakId: string): Promise<void> {
  await overzichten.query(`
    create function bedorven() returns trigger language plpgsql as
      $$ begin raise exception 'bedorven' using errcode = '22000'; end $$;
    create trigger bedorven before insert or update on lees.zaken
      for each row when (new.zaak_id = '${zaakId}') execute function bedorven()`);
}

export async function geneesRij({ overzichten }: VerdeeldeStad): Promise<void> {
  await overzichten.query('drop function bedorven() cascade');
}

type Rij = Readonly<{ behandelaar: string | null }>;

/** What the list says of a case; undefined when it is not in it yet. */
export async function rij({ overzichten }: VerdeeldeStad, zaakId: string) {
  const tekst = 'select behandelaar from lees.zaken where zaak_id = $1';
  return (await overzichten.query<Rij>(tekst, [zaakId])).rows[0];
}

/** An advies; gives its id. */
export async function meldAan(stad: VerdeeldeStad, reeks: string): Promise<string> {
  const [, advies] = zaken(reeks);
  const { zaakId } = await post(stad.dienst('intake'), '/v1/zaken', advies ?? {});
  return String(zaakId);
}

/** The n-th word to the asker, that it takes more time. */
export async function tussenbericht(stad: VerdeeldeStad, zaakId: string, n: number): Promise<void> {
  const inhoud = {
    ...{ aan: 'wijkraad', inhoud: `Nog even geduld (${n}).`, door: 'wijk-mt:tarwewijk' },
    verzondenOp: `2026-10-0${n}`,
  };
  await post(stad.dienst('deadline-monitor'), `/v1/zaken/${zaakId}/tussenberichten`, inhoud);
}

async function post({ adres }: Dienst, pad: string, inhoud: object) {
  const antwoord = await fetch(adres + pad, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(inhoud),
  });
  const json = (await antwoord.json()) as Record<string, unknown>;
  expect({ pad, status: antwoord.status, json }).toMatchObject({ status: 202 });
  return json;
}
