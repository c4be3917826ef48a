import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { BadInput } from '@wijkspoor/kernel';
import { testFolder } from '@wijkspoor/testing';
import { kafkaAddress } from './address.ts';

function faultsOf(url: string): readonly string[] {
  try {
    kafkaAddress(url);
    return [];
  } catch (error) {
    if (error instanceof BadInput) return error.faults.map(({ message }) => message);
    throw error;
  }
}

describe('the address of a Kafka', () => {
  it('needs no more than its hosts', () => {
    expect(kafkaAddress('kafka://kafka.stad.nl:9094,tweede')).toEqual({
      brokers: ['kafka.stad.nl:9094', 'tweede:9092'],
      topic: 'wijkspoor.gebeurtenissen.v1',
      shown: 'kafka.stad.nl:9094,tweede:9092',
      entrance: {},
    });
  });

  it('can name a topic', () => {
    expect(kafkaAddress('kafka://kafka/andere.stad.v1?tls=false').topic).toBe('andere.stad.v1');
  });

  it('can hold a name and a password, with any sign in them', () => {
    const { entrance, shown } = kafkaAddress('kafka://wijk:p%40s%3A%2F%3F@kafka?tls=true');
    expect(entrance).toEqual({
      ssl: true,
      sasl: { mechanism: 'scram-sha-512', username: 'wijk', password: 'p@s:/?' },
    });
    expect(shown).not.toContain('p@s');
  });

  it('can say after how long a silent member has died', () => {
    expect(kafkaAddress('kafka://kafka?sessionMs=6000').sessionMs).toBe(6_000);
  });

  it('can say how they are shown', () => {
    const { sasl } = kafkaAddress('kafka://wijk:geheim@kafka?sasl=plain').entrance;
    expect(sasl).toMatchObject({ mechanism: 'plain' });
  });

  it('can name the files with certificates, and is encrypted then', async () => {
    await using folder = await testFolder();
    const [ca, cert, key] = ['ca', 'cert', 'key'].map((name) => join(folder.path, name));
    for (const file of [ca, cert, key]) await writeFile(file!, `pem ${file}`);
    const { ssl } = kafkaAddress(`kafka://kafka?ca=${ca}&cert=${cert}&key=${key}`).entrance;
    expect(ssl).toEqual({ ca: `pem ${ca}`, cert: `pem ${cert}`, key: `pem ${key}` });
  });

  it.each([
    ['kafka://kafka?sessionMs=10', "'sessionMs' is een aantal milliseconden"],
    ['kafka://kafka?sessionMs=6s', "'sessionMs' is een aantal milliseconden"],
    ['kafka:', 'moet zo beginnen: kafka://host:9092,host:9092'],
    ['kafka:///topic', 'moet zo beginnen: kafka://host:9092,host:9092'],
    ['amqp://kafka', 'moet zo beginnen: kafka://host:9092,host:9092'],
    ['kafka://host:poort', "'host:poort' is geen host met een poort, zoals kafka.stad.nl:9092"],
    ['kafka://host/a b', "'a b' kan geen onderwerp (topic) zijn"],
    [
      'kafka://host?ssl=true',
      "de optie 'ssl' bestaat niet; mogelijk zijn tls, ca, cert, key, sasl",
    ],
    ['kafka://host?tls=ja', "'tls' is true of false"],
    ['kafka://host?ca=er-is-niets', "het bestand van 'ca' is niet te lezen"],
    ['kafka://host?cert=address.ts', "'cert' en 'key' horen bij elkaar"],
    ['kafka://host?sasl=plain', "bij 'sasl' horen een naam en een wachtwoord"],
    ['kafka://a:b@host?sasl=geheim', "'sasl' is een van plain, scram-sha-256, scram-sha-512"],
    ['kafka://alleen@host', 'naam en wachtwoord zijn niet goed geschreven'],
    ['kafka://a:%zz@host', 'naam en wachtwoord zijn niet goed geschreven'],
  ])('is refused: %s', (url, message) => {
    expect(faultsOf(url)).toContainEqual(expect.stringContaining(message));
  });

  it('tells every fault at once, names the setting and keeps the password to itself', () => {
    const url = 'kafka://wijk:geheim@host:poort/a b?sasl=nee&ssl=1';
    expect(faultsOf(url)).toHaveLength(4);
    expect(() => kafkaAddress(url)).toThrow(/^BUS_URL: /);
    expect(faultsOf(url).join()).not.toContain('geheim');
    for (const odd of ['kafka://wijk:ge/heim@host', 'kafka://wijk:ge?heim@host', 'kafka://@host']) {
      expect(faultsOf(odd)).toEqual([expect.stringContaining('niet goed geschreven')]);
      expect(faultsOf(odd).join()).not.toContain('heim');
    }
  });
});
