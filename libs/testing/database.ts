import { randomUUID } from 'node:crypto';
import pg from 'pg';

export type TestDatabase = Readonly<{ url: string }> & AsyncDisposable;

/**
 * A fresh, empty database of its own, dropped again when it is disposed of. On the server of
 * `DATABASE_URL`, else on the embedded server that Jest's global setup started for this run.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env['DATABASE_URL'] ?? process.env['WIJKSPOOR_TEST_DATABASE'];
  if (!server) throw new Error('No test server: run through Jest, or set DATABASE_URL.');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // Locale C whatever the server's own is, so that every run sorts alike.
  const locale = `template template0 encoding 'UTF8' locale 'C'`;
  await onServer(server, `create database ${name} ${locale}`);
  return {
    url: Object.assign(new URL(server), { pathname: `/${name}` }).href,
    [Symbol.asyncDispose]: () => onServer(server, `drop database if exists ${name} with (force)`),
  };
}

export async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
