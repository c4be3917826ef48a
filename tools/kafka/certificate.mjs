import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const secret = 'niet-geheim';

/**
 * A certificate for 127.0.0.1 that nobody but this folder vouches for, made once by the keytool
 * that comes with Java. Gives the key store and the certificate itself as text.
 */
export async function certificateIn(folder) {
  const keystore = join(folder, 'keystore.p12');
  const store = ['-keystore', keystore, '-storetype', 'PKCS12', '-storepass', secret];
  const own = ['-alias', 'kafka', ...store];
  if (!existsSync(keystore)) {
    const names = ['-dname', 'CN=127.0.0.1', '-ext', 'SAN=IP:127.0.0.1,DNS:localhost'];
    const key = ['-keyalg', 'EC', '-groupname', 'secp256r1', '-validity', '3650'];
    await run('keytool', ['-genkeypair', ...own, ...key, ...names]);
  }
  const { stdout: certificate } = await run('keytool', ['-exportcert', '-rfc', ...own]);
  return { keystore, secret, certificate };
}
