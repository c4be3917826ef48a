import { setTimeout as wacht } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import type { KafkaMessage } from 'kafkajs';
import { draaiMet, tot } from '../proces.ts';
import { Aanvoer } from './aanvoer.ts';
import { bederfRij, geneesRij, meldAan, rij, tussenbericht } from './bedorven.ts';
import { allesKlopt, weggelegd } from './controle.ts';
import type { Naam } from './dienst.ts';
import { aantalHerhaald, aantalLeden, alleBerichten, plaatsVan, zetOpnieuw } from './onderwerp.ts';
import { inVerdeeldeStad, type VerdeeldeStad } from './verdeelde-stad.ts';

const minuten = 60_000;

/**
 * How long an engine is away. Longer than everything that is timed: a statement (5 s), a lease
 * (5 s), a member of a group (15 s). `.ci/run` asks for the whole of it.
 */
const geheel = process.env['UITVAL_GEHEEL'] === '1';
const kafkaWegMs = geheel ? 60_000 : 17_000;
const logboekWegMs = geheel ? 30_000 : 12_000;

type Werk = (stad: VerdeeldeStad, aanvoer: Aanvoer) => Promise<void>;

await inVerdeeldeStad('een verdeelde stad waarin iets uitvalt', (geefStad) => {
  const aanvoeren: Aanvoer[] = [];

  /** Does something while people go on sending; then nothing may be lost or doubled. */
  async function onderDruk(reeks: string, werk: Werk) {
    const stad = geefStad();
    const aanvoer = new Aanvoer(stad.dienst('intake').adres, reeks);
    aanvoeren.push(aanvoer);
    try {
      await tot(async () => aanvoer.toegezegd.size >= 20);
      await werk(stad, aanvoer);
      const genoeg = aanvoer.toegezegd.size + 20;
      await tot(async () => aanvoer.toegezegd.size >= genoeg);
    } finally {
      await aanvoer.stop();
    }
    expect(aanvoer.toegezegd.size).toBeGreaterThanOrEqual(40);
    await allesKlopt(stad, aanvoeren);
  }

  it(
    'haalt alles in als Kafka een tijd weg was',
    async () => {
      await onderDruk('kafka-weg', async (stad, aanvoer) => {
        await stad.kafka.stop();
        const voor = aanvoer.toegezegd.size;
        await wacht(kafkaWegMs);
        // What is asked for is kept all the same: the log is all that the door needs.
        await tot(async () => aanvoer.toegezegd.size > voor + 20);
        expect(aanvoer.toegezegd.size).toBeGreaterThan(voor + 20);
        await stad.kafka.restart();
      });
    },
    6 * minuten,
  );

  it(
    'neemt niets aan terwijl het logboek onbereikbaar is, en gaat daarna verder',
    async () => {
      await onderDruk('logboek-weg', async (stad, aanvoer) => {
        const voor = aanvoer.opnieuw;
        stad.lijn.knip();
        await wacht(logboekWegMs);
        await tot(async () => aanvoer.opnieuw > voor);
        stad.lijn.herstel();
        expect(aanvoer.opnieuw).toBeGreaterThan(voor);
      });
    },
    6 * minuten,
  );

  it(
    'verdeelt het werk opnieuw als er instanties bij komen en weggaan',
    async () => {
      await onderDruk('verdeling', async (stad) => {
        const volgers: readonly Naam[] = ['routing', 'deadline-monitor', 'reporting'];
        let leden: number[] = [];
        const wordt = async (elk: number) => {
          const tel = async (naam: Naam) => aantalLeden(stad.kafka.brokers, naam);
          const gedeeld = async () => {
            leden = await Promise.all(volgers.map(tel));
            return leden.every((aantal) => aantal === elk);
          };
          await tot(gedeeld, () => leden);
        };
        await Promise.all(volgers.map(async (naam) => stad.erbij(naam)));
        await wordt(2);
        await Promise.all(volgers.map(async (naam) => stad.dienst(naam).stop()));
        for (const naam of volgers) stad.dienst(naam).start();
        await stad.gereed();
        await stad.terug();
        await wordt(1);
        expect(leden).toEqual([1, 1, 1]);
      });
    },
    4 * minuten,
  );

  it(
    'neemt berichten die nog eens komen, ook in een andere volgorde, voor wat ze zijn',
    async () => {
      await onderDruk('nog-eens', async (stad) => {
        let oud: KafkaMessage[] = [];
        await tot(async () => {
          const eerder = await alleBerichten(stad.kafka.brokers);
          oud = eerder.filter((bericht) => plaatsVan(bericht).stroom.startsWith('zaak-'));
          return oud.length > 300;
        });
        expect(oud.length).toBeGreaterThan(300);
        await zetOpnieuw(stad.kafka.brokers, oud.slice(0, 300));
        await zetOpnieuw(stad.kafka.brokers, oud.slice(-300).reverse());
      });
    },
    4 * minuten,
  );

  it(
    'zet nog eens op Kafka wat niet zeker is, als het relais tussen bericht en leeswijzer valt',
    async () => {
      const { logboek, kafka } = geefStad();
      const wachters = 'from pg_locks where pg_backend_pid() = any (pg_blocking_pids(pid))';
      const ervoor = await aantalHerhaald(kafka.brokers);
      await onderDruk('relais', async (stad) => {
        const relais = await stad.relais();
        await logboek.query('begin');
        const leeswijzer = `select from log.checkpoints where group_name = 'relay' for update`;
        await tot(async () => (await logboek.query(leeswijzer)).rowCount === 1);
        // Who waits to move it has put on Kafka what it cannot say of that it has.
        await tot(async () => Boolean((await logboek.query(`select ${wachters}`)).rowCount));
        await relais.doodslaan();
        // What it asked the database last falls with it.
        await logboek.query(`select pg_terminate_backend(pid) ${wachters}`);
        await logboek.query('rollback');
        relais.start();
        await stad.gereed();
      });
      expect(await aantalHerhaald(kafka.brokers)).toBeGreaterThan(ervoor);
    },
    4 * minuten,
  );

  it(
    'legt bij een bedorven gebeurtenis alleen die stroom weg, en geeft haar later op volgorde',
    async () => {
      await onderDruk('bedorven', async (stad, aanvoer) => {
        const zaakId = await meldAan(stad, 'bedorven');
        aanvoer.ook(zaakId);
        await tot(async () => Boolean((await rij(stad, zaakId))?.behandelaar));
        await bederfRij(stad, zaakId);
        for (const n of [1, 2, 3]) await tussenbericht(stad, zaakId, n);
        await tot(async () => (await weggelegd(stad)).length >= 3);
        const brieven = await weggelegd(stad);
        expect(new Set(brieven.map(({ stroom }) => stroom))).toEqual(new Set([zaakId]));
        expect(new Set(brieven.map(({ groep }) => groep))).toEqual(new Set(['reporting']));
        // The clock may say something of this case meanwhile; whatever it is, it waits as well.
        const [eerste, ...erachter] = brieven.map(({ pogingen }) => pogingen);
        expect(eerste).toBeGreaterThan(0);
        expect(new Set(erachter)).toEqual(new Set([0]));
        const later = [...aanvoer.toegezegd.values()].flat().at(-1) ?? '';
        await tot(async () => (await rij(stad, later)) !== undefined);
        await geneesRij(stad);
        const opnieuw = ['dode-brieven', 'opnieuw', '--alles', '--wacht', '60'];
        expect(await draaiMet(stad.omgeving, ...opnieuw)).toMatchObject({ code: 0 });
        expect(await weggelegd(stad)).toEqual([]);
      });
    },
    4 * minuten,
  );
});
