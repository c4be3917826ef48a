import pg from 'pg';

/** A start that fails does so within ten seconds. */
const answeredMs = 8_000;

/**
 * What keeps us from coming in at an address: the rest of a Dutch sentence that begins with the
 * name of the setting, without the password. Undefined when nothing does.
 */
export async function whyNoPostgres(url: string): Promise<string | undefined> {
  let client: pg.Client;
  try {
    const timeouts = { connectionTimeoutMillis: answeredMs, query_timeout: answeredMs };
    client = new pg.Client({ connectionString: url, ...timeouts });
  } catch (error) {
    return badlyWritten(error as NodeJS.ErrnoException);
  }
  client.on('error', () => undefined);
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return told(client, error as Told);
  } finally {
    await client.end().catch(() => undefined);
  }
}

type Told = Error & Readonly<{ code?: string }>;

function badlyWritten({ code, path }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT' && path) return `noemt een bestand dat er niet is: ${path}`;
  return (
    'is geen goed adres: schrijf postgres://naam:wachtwoord@host:5432/naam, ' +
    'met in het wachtwoord @, : en / als %40, %3A en %2F'
  );
}

function told({ host, port, user, database }: pg.Client, { code = '', message }: Told): string {
  const where = `wijst naar ${host}:${port}, `;
  const found = matters.find(([sign]) => sign.test(code) || sign.test(message))?.[1];
  return where + (found?.({ user, database }) ?? `waar het misgaat: ${message}`);
}

type Login = Readonly<{ user?: string | undefined; database?: string | undefined }>;

/** Signs in what is told of an error, and what a person is to make of it. */
const matters: readonly (readonly [RegExp, (login: Login) => string])[] = [
  [/ECONNREFUSED/, () => 'waar niets luistert'],
  [/ENOTFOUND|EAI_AGAIN/, () => 'een naam die niet te vinden is'],
  [
    /^28|password must be a string/,
    ({ user }) => `waar gebruiker ${user} met dit wachtwoord niet binnenkomt`,
  ],
  [/^3D000$/, ({ database }) => `waar geen database ${database} is`],
  [/^53300$/, () => 'waar geen verbinding meer vrij is'],
  [/^57P03$/, () => 'waar PostgreSQL nog niet klaar is met starten'],
  [/does not support SSL/, () => 'waar geen TLS wordt gesproken: laat sslmode weg'],
  [
    /CERT|SIGNATURE|ALTNAME|SELF_SIGNED|certificate/i,
    () => 'waarvan het certificaat niet is te vertrouwen: noem met sslrootcert wie het uitgaf',
  ],
  [/ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|timeout/, () => 'waar niets antwoordt'],
  [/ECONNRESET|terminated|unexpected/, () => 'waar iets anders dan PostgreSQL antwoordt'],
];
