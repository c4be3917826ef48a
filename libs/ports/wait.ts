/** Resolves after `ms`, or at once when `stop` comes. */
export function wait(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, stop.aborted ? 0 : ms);
    stop.addEventListener('abort', end);
  });
}

/** Undefined at once when `stop` comes first: a server that says nothing must not hold that up. */
export function unlessStopped<T>(promise: Promise<T>, stop: AbortSignal): Promise<T | undefined> {
  return new Promise<T | undefined>((resolve, reject) => {
    const end = () => resolve(undefined);
    stop.addEventListener('abort', end);
    promise.then(resolve, reject).finally(() => stop.removeEventListener('abort', end));
  });
}
