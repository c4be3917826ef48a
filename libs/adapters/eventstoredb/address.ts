import { existsSync } from 'node:fs';
import { CannotStart } from './errors.ts';

export type Login = Readonly<{ username: string; password: string }>;

/** Where the servers are, and how to come in. */
export type Address = Readonly<{
  /** What the client is given: without the login, and with what the adapter relies on. */
  connection: string;
  /** The servers, as a person would name them. */
  hosts: string;
  /** Handed over with each call, because the two halves of the client read a login differently. */
  login?: Login;
}>;

/**
 * Reads an address such as `kurrentdb://user:password@host:2113?tls=false`, or
 * `esdb://one:2113,two:2113,three:2113` for a cluster. Throws `CannotStart`.
 *
 * The client's own parser is not asked first: it ignores what it does not know, shows the password
 * when it warns of that, and cuts a password off at a colon.
 */
export function parseAddress(url: string): Address {
  const [, scheme = '', rest = ''] = /^([a-z+]*):\/\/(.*)$/.exec(url.trim()) ?? [];
  if (!schemes.test(scheme)) throw new CannotStart(`moet met ${possible} beginnen.`);
  const [, authority = '', query = ''] = /^([^/?]*)\/*(?:\?(.*))?$/.exec(rest) ?? [];
  const at = authority.lastIndexOf('@');
  const hosts = authority.slice(at + 1);
  checkHosts(hosts);
  const options = { ...reliedOn, ...optionsIn(query) };
  const discover = scheme.endsWith('+discover') ? '+discover' : '';
  return {
    connection: `kurrentdb${discover}://${hosts}?${queryOf(options)}`,
    hosts,
    ...(at >= 0 && { login: loginIn(authority.slice(0, at)) }),
  };
}

const schemes = /^(kurrentdb|kurrent|kdb|esdb)(\+discover)?$/;

/** Whether an address, going by its scheme, is meant for this adapter. */
export const isEventStoreDbAddress = (url: string): boolean =>
  schemes.test(url.trim().split(':', 1)[0] ?? '');
const possible = 'kurrentdb:// of esdb:// (of met +discover, voor een cluster in de DNS)';

/** Reads see what was just written only on the leader. The first attempt waits for an interval. */
const reliedOn = { nodePreference: 'leader', discoveryInterval: '20', maxDiscoverAttempts: '5' };

function checkHosts(hosts: string): void {
  if (hosts === '') throw new CannotStart(`noemt geen server: schrijf ${example}.`);
  for (const host of hosts.split(',')) {
    const [, port = '2113'] = /^[\w.-]+(?::(\d+))?$/.exec(host) ?? [, '0'];
    if (Number(port) >= 1 && Number(port) <= 65_535) continue;
    throw new CannotStart(`noemt '${host}', dat geen server met een poort is: schrijf ${example}.`);
  }
}

const example = 'bijvoorbeeld kurrentdb://gebruiker:wachtwoord@server:2113';

function loginIn(text: string): Login {
  const colon = text.indexOf(':');
  if (colon <= 0) throw new CannotStart(`noemt geen gebruiker met wachtwoord: schrijf ${example}.`);
  try {
    const [username, password] = [text.slice(0, colon), text.slice(colon + 1)];
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch (cause) {
    const hint = 'schrijf een procentteken erin als %25';
    throw new CannotStart(`heeft een gebruiker of wachtwoord dat niet te lezen is: ${hint}.`, {
      cause,
    });
  }
}

type Rule = Readonly<{ fits(value: string): boolean; must: string }>;

const flag: Rule = { fits: (value) => /^(true|false)$/.test(value), must: 'true of false' };
const file: Rule = { fits: existsSync, must: 'een bestand dat er is' };
const count: Rule = { fits: (value) => /^[1-9]\d{0,8}$/.test(value), must: 'een heel getal' };
const slow: Rule = { fits: (value) => /^[1-9]\d{4,8}$/.test(value), must: 'minstens 10000' };

const rules: Readonly<Record<string, Rule>> = {
  tls: flag,
  tlsVerifyCert: flag,
  tlsCAFile: file,
  userCertFile: file,
  userKeyFile: file,
  connectionName: { fits: (value) => value !== '', must: 'een naam' },
  nodePreference: { fits: (value) => /^leader$/i.test(value), must: 'leader' },
  keepAliveTimeout: slow,
  discoveryInterval: count,
  maxDiscoverAttempts: count,
};

/** The options, each under its proper name. Others would change what the adapter relies on. */
function optionsIn(query: string): Record<string, string> {
  // A plus is a plus, as in the path of a file.
  const found = [...new URLSearchParams(query.replaceAll('+', '%2B'))].map(([given, value]) => {
    const name = Object.keys(rules).find((known) => known.toLowerCase() === given.toLowerCase());
    const rule = rules[name ?? ''];
    if (!name || !rule) {
      const names = Object.keys(rules).join(', ');
      throw new CannotStart(`heeft een optie die hier niet kan: ${given}; mogelijk zijn ${names}.`);
    }
    if (rule.fits(value)) return [name, value] as const;
    throw new CannotStart(`heeft ${name}=${value}, maar ${name} moet ${rule.must} zijn.`);
  });
  return Object.fromEntries(found);
}

const queryOf = (options: Readonly<Record<string, string>>) =>
  Object.entries(options)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
