import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { compile, leeft } from '@wijkspoor/wire';
import { Afgewezen, GeenStad, Onbereikbaar, Stad } from './stad.ts';

const vorm = compile(leeft);

/** Asks a server that answers in this way, and gives what came of it. */
async function vraag(antwoord: RequestListener): Promise<unknown> {
  const server = createServer(antwoord).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const adres = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    return await new Stad(adres).get('/health/live', vorm);
  } catch (error) {
    return error;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const probleem = {
  type: '/problemen/ongeldige-invoer',
  status: 400,
  title: 'De invoer klopt niet',
  detail: 'Er is niets opgeslagen.',
  code: 'ongeldige-invoer',
};

describe('een antwoord van de stad', () => {
  it('wordt pas geloofd als het de goede vorm heeft', async () => {
    expect(await vraag((_, antwoord) => antwoord.end('{"leeft":true}'))).toEqual({ leeft: true });
    expect(await vraag((_, antwoord) => antwoord.end('{"leeft":"ja"}'))).toBeInstanceOf(GeenStad);
    expect(await vraag((_, antwoord) => antwoord.end('<html>'))).toBeInstanceOf(GeenStad);
  });

  it('is bij een weigering een zin per veld', async () => {
    const fouten = [{ pointer: '/wijk', melding: "'x' is geen wijk" }];
    const fout = await vraag((_, antwoord) =>
      antwoord.writeHead(400).end(JSON.stringify({ ...probleem, fouten })),
    );
    expect(fout).toBeInstanceOf(Afgewezen);
    expect(String((fout as Error).message)).toBe("De invoer klopt niet:\n  wijk: 'x' is geen wijk");
  });

  it('zegt hoe lang te wachten als de stad het druk heeft', async () => {
    const fout = await vraag((_, antwoord) =>
      antwoord.writeHead(503, { 'retry-after': '2' }).end(JSON.stringify(probleem)),
    );
    expect(fout).toMatchObject({ status: 503, wachtMs: 2000 });
  });

  it('is er niet als de verbinding breekt of niemand luistert', async () => {
    expect(await vraag((_, antwoord) => antwoord.destroy())).toBeInstanceOf(Onbereikbaar);
    const niemand = new Stad('http://127.0.0.1:9').get('/health/live', vorm);
    await expect(niemand).rejects.toThrow(Onbereikbaar);
  });
});
