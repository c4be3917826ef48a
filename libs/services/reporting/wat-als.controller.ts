import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { DEUREN } from '@wijkspoor/platform';
import type { Deuren, WatAlsUitkomst } from '@wijkspoor/wire';
import { BekijkWatAls } from './queries.ts';

/** What other rules would do, before they are saved. */
@Controller('v1/termijnen/wat-als')
export class WatAlsController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(DEUREN) private readonly deuren: Deuren,
  ) {}

  @Post()
  @HttpCode(200)
  async bekijk(@Body() body: unknown): Promise<WatAlsUitkomst> {
    return this.queries.execute(new BekijkWatAls(this.deuren.watAls(body)));
  }
}
