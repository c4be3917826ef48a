import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { Datum, Gemeente } from '@wijkspoor/domain';
import { BadInput } from '@wijkspoor/kernel';
import type { TeLaatFilter } from '@wijkspoor/views';
import type { ZaakTeLaat, ZakenTeLaat } from '@wijkspoor/wire';
import type { FastifyReply } from 'fastify';
import { alsCsv } from './csv.ts';
import type { Pagina } from './pagina.ts';
import { alsHtml, paginabeleid } from './html.ts';
import type { Vorm } from './vorm.ts';

/** Gives a page of the list. */
export type Zoek = (filter: TeLaatFilter) => Promise<ZakenTeLaat>;

/** What is asked: which list, with what filters. */
export type Verzoek = Readonly<{
  wat: Pagina['wat'];
  filter: Pagina['filter'];
  gemeente: Gemeente;
  vandaag: Datum;
  zoek: Zoek;
}>;

// Large enough that a long list is few questions to the database, small enough to hold at once.
const perKeer = 5_000;

/**
 * The whole list as a text that is written while it is read: however long it is, only a piece of it
 * is in memory. What is wrong with the question is refused before the first byte goes out.
 */
export async function alsTekst(
  vorm: Exclude<Vorm, 'json'>,
  { zoek, ...verzoek }: Verzoek,
  reply: FastifyReply,
): Promise<StreamableFile> {
  const { wat, filter, gemeente } = verzoek;
  if (filter.na !== undefined) throw geenBladzijde(vorm);
  const alles = { ...filter, limiet: perKeer };
  const eerste = await zoek(alles);
  const { aantallen } = eerste;
  const zaken = bladzijden(zoek, alles, eerste);
  if (vorm === 'csv') return tekst(alsCsv(gemeente, zaken), csvKop(wat, filter));
  void reply.header('Content-Security-Policy', paginabeleid);
  return tekst(alsHtml({ ...verzoek, aantallen }, zaken), {
    type: 'text/html; charset=utf-8',
  });
}

function csvKop(wat: string, { peildatum }: TeLaatFilter) {
  const disposition = `attachment; filename="${wat}-te-laat-${peildatum}.csv"`;
  return { type: 'text/csv; charset=utf-8; header=present', disposition };
}

function tekst(delen: AsyncIterable<string>, kop: { type: string; disposition?: string }) {
  return new StreamableFile(Readable.from(delen, { objectMode: false }), kop);
}

// Life goes on between two pages. A case that has moved meanwhile is not told of twice.
async function* bladzijden(
  zoek: Zoek,
  filter: TeLaatFilter,
  eerste: ZakenTeLaat,
): AsyncGenerator<readonly ZaakTeLaat[]> {
  const gezien = new Set<string>();
  for (let lijst = eerste; ;) {
    yield lijst.zaken.filter(({ zaakId }) => !gezien.has(zaakId));
    if (lijst.volgende === undefined) return;
    for (const { zaakId } of lijst.zaken) gezien.add(zaakId);
    lijst = await zoek({ ...filter, na: lijst.volgende });
  }
}

function geenBladzijde(vorm: string): BadInput {
  const message = `kan niet samen met de vorm ${vorm}: dat is de hele lijst in één keer`;
  return new BadInput([{ pointer: '/na', message }]);
}
