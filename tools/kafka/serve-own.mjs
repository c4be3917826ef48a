/**
 * A Kafka for one test, which may kill it: `node tools/kafka/serve-own.mjs FOLDER [NAME PASSWORD]`.
 *
 * Says in a line of JSON where it answers, and then obeys each line that it reads, `stop`, `kill`
 * or `restart`, and says so when that is done. Ends with who asked for it.
 */
import { createInterface } from 'node:readline';
import { startKafka } from './kafka.mjs';

const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

const [folder, name, password] = process.argv.slice(2);
const kafka = await startKafka({ folder, ...(name && { user: { name, password } }) }).catch(
  ({ message }) => void say({ missing: message }),
);

if (kafka) {
  const { brokers, secureBrokers, certificate } = kafka;
  say({ brokers, secureBrokers, certificate });
  const can = { stop: kafka.stop, kill: kafka.kill, restart: kafka.restart };
  for await (const command of createInterface({ input: process.stdin })) {
    await can[command]();
    say({ done: command });
  }
  await kafka.stop();
}
