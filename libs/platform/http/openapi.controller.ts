import { Controller, Get, Header, Inject } from '@nestjs/common';
import type { Gemeente } from '@wijkspoor/domain';
import { openApi } from '@wijkspoor/wire';
import { packageVersion } from '../package.ts';
import { GEMEENTE } from '../tokens.ts';

/** The description of the API, open to every web page. */
@Controller('v1/openapi.json')
export class OpenApiController {
  #document: object | undefined;

  constructor(@Inject(GEMEENTE) private readonly gemeente: Gemeente) {}

  @Get()
  @Header('Access-Control-Allow-Origin', '*')
  document(): object {
    this.#document ??= openApi(this.gemeente, packageVersion);
    return this.#document;
  }
}
