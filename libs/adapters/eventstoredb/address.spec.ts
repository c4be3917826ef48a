import { describe, expect, it } from '@jest/globals';
import { isEventStoreDbAddress, parseAddress } from './address.ts';
import { CannotStart } from './errors.ts';

const reliedOn = 'nodePreference=leader&discoveryInterval=20&maxDiscoverAttempts=5';

describe('the address of an EventStoreDB', () => {
  it.each([
    ['kurrentdb://een:2113?tls=false', `kurrentdb://een:2113?${reliedOn}&tls=false`],
    ['esdb://een:2113?tls=false', `kurrentdb://een:2113?${reliedOn}&tls=false`],
    ['kdb://een/', `kurrentdb://een?${reliedOn}`],
    ['esdb+discover://stad.nl/?TLS=true', `kurrentdb+discover://stad.nl?${reliedOn}&tls=true`],
    ['kurrentdb://een:1,twee:2,drie', `kurrentdb://een:1,twee:2,drie?${reliedOn}`],
    [
      'kurrentdb://een?connectionName=a+b%20c',
      `kurrentdb://een?${reliedOn}&connectionName=a%2Bb%20c`,
    ],
    [
      'kurrentdb://een?maxDiscoverAttempts=9',
      'kurrentdb://een?nodePreference=leader&discoveryInterval=20&maxDiscoverAttempts=9',
    ],
  ])('is understood: %s', (url, connection) => {
    expect(parseAddress(url)).toMatchObject({ connection });
  });

  it('is known by its scheme', () => {
    expect(['kurrentdb://een', 'esdb+discover://een'].every(isEventStoreDbAddress)).toBe(true);
    expect(['embedded:', 'postgres://esdb', 'esdbx://een'].some(isEventStoreDbAddress)).toBe(false);
  });

  it('keeps the login apart, whatever signs are in it', () => {
    const login = { username: 'jan@stad', password: 'a:b@c%d é' };
    const text = `${encodeURIComponent(login.username)}:${encodeURIComponent(login.password)}`;
    const found = parseAddress(`kurrentdb://${text}@een:2113`);
    expect(found).toEqual({
      connection: `kurrentdb://een:2113?${reliedOn}`,
      hosts: 'een:2113',
      login,
    });
    expect(parseAddress('kurrentdb://jan:a:b@c@een').login?.password).toBe('a:b@c');
    expect(parseAddress('kurrentdb://een')).not.toHaveProperty('login');
  });

  it.each([
    ['http://een:2113', 'moet met kurrentdb:// of esdb:// '],
    ['postgres://jan:geheim@een/log', 'moet met kurrentdb:// of esdb:// '],
    ['een:2113', 'moet met kurrentdb:// of esdb:// '],
    ['kurrentdb://', 'noemt geen server'],
    ['kurrentdb://jan:geheim@', 'noemt geen server'],
    ['kurrentdb://een:poort', "noemt 'een:poort', dat geen server met een poort is"],
    ['kurrentdb://een:70000', "noemt 'een:70000', dat geen server met een poort is"],
    ['kurrentdb://een,,twee', "noemt '', dat geen server met een poort is"],
    ['kurrentdb://jan@een', 'noemt geen gebruiker met wachtwoord'],
    ['kurrentdb://jan:100%@een', 'heeft een gebruiker of wachtwoord dat niet te lezen is'],
    ['kurrentdb://een?tls=nee', 'heeft tls=nee, maar tls moet true of false zijn'],
    ['kurrentdb://een?tlsCAFile=/er/niet', 'maar tlsCAFile moet een bestand dat er is zijn'],
    ['kurrentdb://een?nodePreference=random', 'maar nodePreference moet leader zijn'],
    ['kurrentdb://een?throwOnAppendFailure=false', 'heeft een optie die hier niet kan: throwOn'],
    ['kurrentdb://een?defaultDeadline=1', 'heeft een optie die hier niet kan: defaultDeadline'],
  ])('is refused in one sentence that names the setting: %s', (url, what) => {
    const attempt = () => parseAddress(url);
    expect(attempt).toThrow(CannotStart);
    expect(attempt).toThrow(what);
    expect(attempt).toThrow(/^EVENT_LOG_URL [^\n]+\.$/);
    expect(attempt).not.toThrow(/geheim|\n/);
  });
});
