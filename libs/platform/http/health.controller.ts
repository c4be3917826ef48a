import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { EventLog } from '@wijkspoor/ports';
import type { Gereed, Leeft } from '@wijkspoor/wire';
import type { FastifyReply } from 'fastify';
import type { Followers } from '../followers.ts';
import type { Closing } from '../closing.ts';
import type { Relay } from '../relay.ts';
import { CLOSING, EVENT_LOG, FOLLOWERS, RELAY } from '../tokens.ts';

/** For whoever keeps the process running: whether it lives, and whether it can do its work. */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(FOLLOWERS) private readonly followers: Followers,
    @Inject(RELAY) private readonly relay: Relay,
    @Inject(CLOSING) private readonly closing: Closing,
  ) {}

  @Get('live')
  live(): Leeft {
    return { leeft: true };
  }

  /**
   * How far the log is, and how far behind the relay and each follower. 503 before the followers
   * run, when one stands still, and from the moment that the process is told to stop.
   *
   * The relay is asked first and the log last. So when nobody is behind, and the log is where the
   * relay is, then all that is in the log has been handled.
   */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Gereed> {
    const relais = await this.relay.status();
    const volgers = await this.followers.status();
    const positie = await this.log.head();
    const gereed = this.followers.allRun && !this.closing.begun;
    if (!gereed) void reply.code(503);
    return { gereed, log: { positie }, volgers, ...(relais && { relais }) };
  }
}
