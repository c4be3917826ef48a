import type { Instruments } from './instruments.ts';

/**
 * How the clock of the cases stands: what waits to be looked at, whether messages arrive, and how
 * many days after today the legal calendar still knows.
 */
export type ClockStanding = Readonly<{
  due: number;
  calendarDays: number;
  messages: readonly Readonly<{ status: string; count: number }>[];
}>;

/** Times a look at what is due, and remembers when the last one ended well. */
export async function timedTick<Seen>(
  { tick, lastTick }: Pick<Instruments, 'tick' | 'lastTick'>,
  look: () => Promise<Seen>,
): Promise<Seen> {
  const end = tick.startTimer();
  try {
    const seen = await look();
    lastTick.setToCurrentTime();
    end({ outcome: 'done' });
    return seen;
  } catch (error) {
    end({ outcome: 'failed' });
    throw error;
  }
}

export function tellClock(
  { due, outbox, calendarDays }: Pick<Instruments, 'due' | 'outbox' | 'calendarDays'>,
  standing: ClockStanding,
): void {
  due.set(standing.due);
  calendarDays.set(standing.calendarDays);
  for (const { status, count } of standing.messages) outbox.set({ status }, count);
}
