import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { createServer as createNetServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Zending } from '@wijkspoor/ports';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { smtpBezorger, webhookBezorger } from './index.ts';

const zending: Zending = {
  id: 'bericht-wijk-mt:tarwewijk-2026-03-30',
  adres: 'tarwewijk@wijk-mt.example',
  onderwerp: '2 zaken vragen uw aandacht, één te laat',
  tekst: 'Beste mensen — één zaak is te laat.\n',
  html: '<p>Beste mensen — één zaak is te laat.</p>\n',
  gegevens: { berichtId: 'bericht-1', regels: [{ zaakId: 'zaak-1' }] },
};
const afzender = 'Wijkspoor <wijkspoor@gemeente.example>';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function listening(server: {
  listen(port: number, host: string): unknown;
  close(done: () => void): unknown;
}) {
  server.listen(0, '127.0.0.1');
  open.push(async () => new Promise<void>((done) => void server.close(() => done())));
}

async function smtp(options: SMTPServerOptions = {}) {
  const mails: string[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], hideSTARTTLS: true },
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        mails.push(Buffer.concat(parts).toString());
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await listening(server);
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return { mails, port };
}

const refused = (code: number) =>
  Object.assign(new Error('niet hier'), { responseCode: code }) as Error;

describe('delivery by e-mail, to a real SMTP server', () => {
  it('brings the mail as text and as HTML, with an id that is always the same', async () => {
    const { mails, port } = await smtp();
    const bezorger = smtpBezorger({ url: `smtp://127.0.0.1:${port}`, afzender });
    expect(await bezorger.bezorg(zending)).toEqual({ bezorgd: true });
    expect(await bezorger.bezorg(zending)).toEqual({ bezorgd: true });
    await bezorger.close();
    const ids = mails.map((mail) => /^Message-ID: (.*)$/im.exec(mail)?.[1]?.trim());
    expect(ids).toEqual(Array(2).fill('<bericht-wijk-mt.tarwewijk-2026-03-30@gemeente.example>'));
    expect(mails[0]).toContain('To: tarwewijk@wijk-mt.example');
    expect(mails[0]).toContain('Content-Type: text/plain; charset=utf-8');
    expect(mails[0]).toContain('Content-Type: text/html; charset=utf-8');
    expect(mails[0]).toContain('Auto-Submitted: auto-generated');
  });

  it('says who it is, where the server asks that', async () => {
    const seen: unknown[] = [];
    const { port } = await smtp({
      ...{ authOptional: false, allowInsecureAuth: true },
      onAuth({ username, password }, _session, done) {
        seen.push([username, password]);
        done(null, { user: username ?? '' });
      },
    });
    const bezorger = smtpBezorger({ url: `smtp://naam:geheim%40@127.0.0.1:${port}`, afzender });
    expect(await bezorger.bezorg(zending)).toEqual({ bezorgd: true });
    expect(seen).toEqual([['naam', 'geheim@']]);
  });

  it.each([
    [550, true],
    [451, false],
  ])('tells whether a refusal with %i is for good', async (code, definitief) => {
    const { port } = await smtp({ onRcptTo: (_to, _session, done) => done(refused(code)) });
    const bezorger = smtpBezorger({ url: `smtp://127.0.0.1:${port}`, afzender });
    expect(await bezorger.bezorg(zending)).toMatchObject({
      ...{ bezorgd: false, definitief, reden: expect.stringContaining('niet hier') },
    });
  });

  it('goes on after a password that is wrong, for that is no fault of the message', async () => {
    const { port } = await smtp({
      ...{ authOptional: false, allowInsecureAuth: true },
      onAuth: (_who, _session, done) => done(refused(535)),
    });
    const bezorger = smtpBezorger({ url: `smtp://naam:fout@127.0.0.1:${port}`, afzender });
    expect(await bezorger.bezorg(zending)).toMatchObject({ bezorgd: false, definitief: false });
  });

  it('goes on after a sender that the server does not take', async () => {
    const { port } = await smtp({ onMailFrom: (_from, _session, done) => done(refused(530)) });
    const bezorger = smtpBezorger({ url: `smtp://127.0.0.1:${port}`, afzender });
    expect(await bezorger.bezorg(zending)).toMatchObject({ bezorgd: false, definitief: false });
  });

  it('gives up on a server that is gone, or says nothing', async () => {
    const bezorger = smtpBezorger({ url: 'smtp://127.0.0.1:1', afzender });
    expect(await bezorger.bezorg(zending)).toMatchObject({ bezorgd: false, definitief: false });
    const sockets = new Set<{ destroy(): unknown }>();
    const silent = createNetServer((socket) => sockets.add(socket));
    silent.on('close', () => undefined);
    await listening(silent);
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const waiting = smtpBezorger({ url: `smtp://127.0.0.1:${port}`, afzender, timeoutMs: 100 });
    expect(await waiting.bezorg(zending)).toMatchObject({ bezorgd: false, definitief: false });
    for (const socket of sockets) socket.destroy();
  });
});

type Received = { headers: IncomingHttpHeaders; body: string };

async function web(status: number | 'silent') {
  const received: Received[] = [];
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      if (status === 'silent') return;
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('gezien');
    });
  });
  await listening(server);
  await once(server, 'listening');
  open.push(async () => server.closeAllConnections());
  open.reverse();
  const { port } = server.address() as AddressInfo;
  return { received, adres: `http://127.0.0.1:${port}/haak` };
}

describe('delivery by webhook, to a real web server', () => {
  const secret = 'zestien-tekens-of-meer';

  it('posts JSON, signed, with an id that is always the same', async () => {
    const { received, adres } = await web(204);
    const bezorger = webhookBezorger({ secret });
    expect(await bezorger.bezorg({ ...zending, adres })).toEqual({ bezorgd: true });
    await bezorger.close();
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(JSON.parse(body)).toEqual(zending.gegevens);
    const hmac = createHmac('sha256', secret).update(body).digest('hex');
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'idempotency-key': zending.id,
      'wijkspoor-signature': `sha256=${hmac}`,
    });
  });

  it.each([400, 500, 302])('is not delivered by an answer of %i', async (status) => {
    const { adres } = await web(status);
    expect(await webhookBezorger({ secret }).bezorg({ ...zending, adres })).toMatchObject({
      ...{ bezorgd: false, definitief: false, reden: `het antwoord was ${status}` },
    });
  });

  it('gives up on a receiver that is gone, or says nothing', async () => {
    const { adres } = await web('silent');
    const bezorger = webhookBezorger({ secret, timeoutMs: 100 });
    const stil = await bezorger.bezorg({ ...zending, adres });
    expect(stil).toEqual({ bezorgd: false, definitief: false, reden: 'er kwam geen antwoord' });
    const weg = await bezorger.bezorg({ ...zending, adres: 'http://127.0.0.1:1/' });
    expect(weg).toMatchObject({ bezorgd: false, definitief: false });
  });
});
