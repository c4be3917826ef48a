/** An answer, with its body read as JSON. */
export type HttpAnswer = Readonly<{
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}>;

/** Asks an address. */
export async function get(address: string, headers: Record<string, string> = {}) {
  return answered(await fetch(address, { headers }));
}

/** Sends a body as JSON, or as it is when it is text already. */
export async function post(address: string, body: unknown, headers: Record<string, string> = {}) {
  const content = typeof body === 'string' || body instanceof Uint8Array ? body : json(body);
  const type = { 'content-type': 'application/json', ...headers };
  return answered(await fetch(address, { method: 'POST', headers: type, body: content }));
}

const json = (body: unknown) => JSON.stringify(body);

async function answered(response: Response): Promise<HttpAnswer> {
  const { status, headers } = response;
  return { status, headers, body: (await response.json()) as Record<string, unknown> };
}

/** Asks again until it is so; fails with what it was last. The patience is for a busy machine. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isSo: (answer: T) => boolean,
  withinMs = 30_000,
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    if (performance.now() > end) throw new Error(`Still not so: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
