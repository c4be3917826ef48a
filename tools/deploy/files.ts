import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

/** The files of the project, some of them perhaps replaced: what is planted needs no disk. */
export class Files {
  constructor(
    private readonly root: string,
    private readonly replaced: Readonly<Record<string, string>> = {},
  ) {}

  text(path: string): string {
    return this.replaced[path] ?? readFileSync(resolve(this.root, path), 'utf8');
  }

  has(path: string): boolean {
    return path in this.replaced || existsSync(resolve(this.root, path));
  }

  /** The same files, in one of which a text is replaced by another. It must be there. */
  with(path: string, from: string, to: string): Files {
    const before = this.text(path);
    if (!before.includes(from)) throw new Error(`${path} does not contain: ${from}`);
    return new Files(this.root, { ...this.replaced, [path]: before.replace(from, () => to) });
  }

  get compose(): Compose {
    return parse(this.text('docker-compose.yml'), { merge: true }) as Compose;
  }
}

type Limits = Readonly<{ cpus?: string; memory?: string }>;

export type Service = Readonly<{
  image: string;
  build?: string;
  command?: readonly string[];
  environment?: Readonly<Record<string, string>>;
  volumes?: readonly string[];
  ports?: readonly string[];
  networks?: readonly string[];
  depends_on?: Readonly<Record<string, Readonly<{ condition: string }>>>;
  healthcheck?: Readonly<{ test?: readonly string[]; disable?: boolean }>;
  deploy?: Readonly<{ resources?: Readonly<{ limits?: Limits }> }>;
  restart?: string;
  read_only?: boolean;
  init?: boolean;
  privileged?: boolean;
  user?: string;
  network_mode?: string;
  cap_drop?: readonly string[];
  security_opt?: readonly string[];
}>;

export type Compose = Readonly<{
  services: Readonly<Record<string, Service>>;
  volumes: Readonly<Record<string, unknown>>;
  networks: Readonly<Record<string, unknown>>;
}>;
