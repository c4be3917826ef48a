import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { KeyPair } from './node.ts';

const file = (name: string) => resolve('libs/adapters/eventstoredb/stand-in/certificates', name);

/** What the stand-in shows; see certificates/README.md. */
export const tlsForTests: KeyPair = {
  key: readFileSync(file('server-key.pem')),
  certificate: readFileSync(file('server.pem')),
};

/** The option of an address that says whom to trust there. */
export const trustedForTests = `tlsCAFile=${file('ca.pem')}`;
