/** `Routes`: which methods an address of this process takes. */
export const ROUTES = Symbol('ROUTES');

type Route = Readonly<{ method: string; pattern: RegExp }>;

/** Every route of the process as it was registered, to tell a wrong method from a wrong address. */
export class Routes {
  readonly #routes: Route[] = [];

  /** A route in the notation of the router, e.g. `/v1/zaken/:zaakId`. */
  add(url: string, methods: string | readonly string[]): void {
    const segments = url.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part));
    const pattern = new RegExp(`^${segments.join('/').replaceAll('.', '\\.')}$`);
    for (const method of [methods].flat()) this.#routes.push({ method, pattern });
  }

  methodsAt(url: string): string[] {
    const [path = ''] = url.split('?');
    const found = this.#routes.filter(({ pattern }) => pattern.test(path));
    return [...new Set(found.map(({ method }) => method))].sort();
  }
}
