import { readFileSync } from 'node:fs';
import { startStandIn, type StandInOptions } from './stand-in.ts';

/**
 * The stand-in as a program of its own, for who has only an address: it says in a line of JSON
 * where it answers, and ends when it is told to.
 *
 *     node serve.mjs '{"nodes":3,"login":{"username":"jan","password":"…"},"tls":"FOLDER"}'
 *
 * The folder holds `server-key.pem` and `server.pem`.
 */
type Asked = Omit<StandInOptions, 'tls'> & Readonly<{ tls?: string }>;

const { tls: folder, ...asked } = JSON.parse(process.argv[2] ?? '{}') as Asked;
const pem = (name: string) => readFileSync(`${folder}/${name}.pem`);
const tls = folder ? { key: pem('server-key'), certificate: pem('server') } : undefined;
const { url, ports, close } = await startStandIn({ ...asked, ...(tls && { tls }) });
process.stdout.write(`${JSON.stringify({ url, ports })}\n`);
process.once('SIGTERM', () => void close());
