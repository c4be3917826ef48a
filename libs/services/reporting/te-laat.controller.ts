import type { StreamableFile } from '@nestjs/common';
import { Controller, Get, Headers, Inject, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Gemeente, Soort } from '@wijkspoor/domain';
import type { Calendar } from '@wijkspoor/platform';
import { CALENDAR, DEUREN, GEMEENTE } from '@wijkspoor/platform';
import { peildatumVanCursor } from '@wijkspoor/views';
import type { AdviezenTeLaat, Deuren, TeLaatVraag, ZakenTeLaat } from '@wijkspoor/wire';
import type { FastifyReply } from 'fastify';
import { ZoekTeLaat } from './queries.ts';
import type { Zoek } from './te-laat/antwoord.ts';
import { alsTekst } from './te-laat/antwoord.ts';
import type { Pagina } from './te-laat/pagina.ts';
import { vormVan } from './te-laat/vorm.ts';

const adviezen: readonly Soort[] = ['gevraagd-advies', 'ongevraagd-advies'];

/** What is late: the adviezen, and the cases of every soort; as JSON, as CSV, as a page. */
@Controller('v1')
export class TeLaatController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(DEUREN) private readonly deuren: Deuren,
    @Inject(GEMEENTE) private readonly gemeente: Gemeente,
    @Inject(CALENDAR) private readonly calendar: Calendar,
  ) {}

  @Get('adviezen/te-laat')
  async geefAdviezen(
    @Query() query: unknown,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AdviezenTeLaat | StreamableFile> {
    const vraag = this.deuren.adviezenTeLaatVraag(query);
    const filter = { ...this.#filter(vraag), soorten: vraag.soort ? [vraag.soort] : adviezen };
    const lijst = await this.#antwoord('adviezen', { ...vraag, ...filter }, accept, reply);
    if (!('zaken' in lijst)) return lijst;
    const { peildatum, aantallen, zaken, ...verder } = lijst;
    return { peildatum, aantallen, adviezen: zaken, ...verder };
  }

  @Get('zaken/te-laat')
  async geefZaken(
    @Query() query: unknown,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ZakenTeLaat | StreamableFile> {
    const vraag = this.deuren.zakenTeLaatVraag(query);
    const soorten = vraag.soort && { soorten: [vraag.soort] };
    return this.#antwoord('zaken', { ...vraag, ...this.#filter(vraag), ...soorten }, accept, reply);
  }

  // The next page belongs to the day of the first one, also when midnight has passed in between.
  #filter({ peildatum, na }: TeLaatVraag) {
    const vanCursor = na === undefined ? undefined : peildatumVanCursor(na);
    return { peildatum: peildatum ?? vanCursor ?? this.calendar.today() };
  }

  async #antwoord(
    wat: Pagina['wat'],
    filter: Pagina['filter'] & Pick<TeLaatVraag, 'vorm'>,
    accept: string | undefined,
    reply: FastifyReply,
  ): Promise<ZakenTeLaat | StreamableFile> {
    const { vorm = vormVan(accept) } = filter;
    void reply.header('Vary', 'Accept');
    const zoek: Zoek = async (deel) => this.queries.execute(new ZoekTeLaat(deel));
    if (vorm === 'json') return zoek(filter);
    const { gemeente, calendar } = this;
    return alsTekst(vorm, { wat, filter, gemeente, vandaag: calendar.today(), zoek }, reply);
  }
}
