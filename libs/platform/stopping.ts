/** What is not closed by then is left as it is: whoever runs the process will not wait for ever. */
const closedWithinMs = 20_000;

type Closable = Readonly<{ close(): Promise<void> }>;

/**
 * Waits until the process is told to stop, and closes in order. Ends before that when the `work`
 * fails, which also closes.
 *
 * Told to stop is: SIGTERM, Ctrl-C, or the end of the process that started this one over a channel.
 * What takes too long to close is not waited for: the process ends with 1, and says so. Nothing is
 * lost by that, because whoever comes next goes on from what was saved.
 */
export async function untilStopped(running: Closable, work: Promise<void>): Promise<void> {
  const told = untilToldToStop();
  try {
    await Promise.race([work, told]);
    await told;
  } finally {
    setTimeout(() => {
      process.stderr.write(`Wijkspoor kon niet binnen ${closedWithinMs / 1_000} s eindigen.\n`);
      process.exit(1);
    }, closedWithinMs).unref();
    await running.close();
  }
}

// The second time somebody asks, they mean now.
async function untilToldToStop(): Promise<void> {
  const signals = ['SIGTERM', 'SIGINT'] as const;
  await new Promise<void>((resolve) => {
    const told = () => {
      // Who listens to a channel is kept alive by it.
      process.off('disconnect', told);
      resolve();
    };
    for (const signal of signals) process.once(signal, told);
    if (process.connected) process.once('disconnect', told);
  });
  for (const signal of signals) process.once(signal, () => process.exit(1));
}
