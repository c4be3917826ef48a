/**
 * `postmaster.pid`: what a server of PostgreSQL says of itself in the folder of its data, so that
 * nobody starts a second one there; and what to do when the file says so wrongly.
 */
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A server process that accepts connections. */
export type Postmaster = Readonly<{ pid: number; port: number }>;

/** The server that accepts connections on these data now; undefined when there is none. */
export async function readyServer(data: string): Promise<Postmaster | undefined> {
  const file = await readPidFile(data);
  return file?.status === 'ready' && isAlive(file.pid) ? file : undefined;
}

/** Whether a server runs on these data. Clears away what makes PostgreSQL believe so wrongly. */
export async function hasServer(data: string): Promise<boolean> {
  const file = await readPidFile(data);
  if (!file) return false;
  if (file.pid === 0) return !(await clearEmpty(data));
  if (!isAlive(file.pid)) return false;
  if (await worksOn(file.pid, data)) return true;
  await disarm(data, file.pid);
  return false;
}

/** Whether this process has not let go of these data yet. */
export async function holds(pid: number, data: string): Promise<boolean> {
  return isAlive(pid) && (await readPidFile(data))?.pid === pid;
}

const pathIn = (data: string) => join(data, 'postmaster.pid');

/** On line 1 the process, on line 4 the port, on line 8 the state. */
async function readPidFile(data: string) {
  const text = await readFile(pathIn(data), 'utf8').catch(ifMissing);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
}

// A crash of the machine can leave the file empty, and PostgreSQL then refuses for ever.
async function clearEmpty(data: string): Promise<boolean> {
  const found = await stat(pathIn(data)).catch(ifMissing);
  if (!found || Date.now() - found.mtimeMs < 2_000) return false;
  await rm(pathIn(data), { force: true });
  return true;
}

// After a restart of the machine, or of a container, the old number may be that of some other
// process, or of one that is dead and not yet buried. Where /proc exists, its command line tells.
async function worksOn(pid: number, data: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  return command === undefined || command.split('\0').includes(data);
}

// The other lines stay: by them PostgreSQL finds out whether memory of the old server is in use.
async function disarm(data: string, pid: number) {
  const text = await readFile(pathIn(data), 'utf8');
  const nobody = String(2 ** 22 - 1);
  if (text.startsWith(`${pid}\n`)) await writeFile(pathIn(data), text.replace(/^\d+/, nobody));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
