import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { EventLog } from '@wijkspoor/ports';
import type { Gereed, Leeft } from '@wijkspoor/wire';
import type { FastifyReply } from 'fastify';
import type { Followers } from '../followers.ts';
import { EVENT_LOG, FOLLOWERS } from '../tokens.ts';

/** For whoever keeps the process running: whether it lives, and whether it can do its work. */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(FOLLOWERS) private readonly followers: Followers,
  ) {}

  @Get('live')
  live(): Leeft {
    return { leeft: true };
  }

  /** How far the log is, and how far behind each follower. 503 when a follower stands still. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Gereed> {
    const positie = await this.log.head();
    const gereed = this.followers.allRun;
    if (!gereed) void reply.code(503);
    return { gereed, log: { positie }, volgers: this.followers.status(positie) };
  }
}
