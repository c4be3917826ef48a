import { freePorts } from './ports.mjs';

const image = 'apache/kafka:4.3.0';

/**
 * A Kafka in a container, where a container engine answers; otherwise undefined. It goes when the
 * process that asked for it ends, also when that is killed.
 */
export async function containerKafka() {
  const { GenericContainer, Wait, getContainerRuntimeClient } = await import('testcontainers');
  const engine = await getContainerRuntimeClient().catch(() => undefined);
  if (!engine) return undefined;
  // A client is told where the broker is, so that must be known before it starts.
  const [port] = await freePorts(1);
  const brokers = `${engine.info.containerRuntime.host}:${port}`;
  const container = await new GenericContainer(image)
    .withExposedPorts({ container: 9092, host: port })
    .withEnvironment(environment(brokers))
    .withWaitStrategy(Wait.forLogMessage('Kafka Server started'))
    .start();
  return { brokers, kind: 'container', stop: async () => void (await container.stop()) };
}

const environment = (brokers) => ({
  KAFKA_NODE_ID: '1',
  KAFKA_PROCESS_ROLES: 'broker,controller',
  KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
  KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
  KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093',
  KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://${brokers}`,
  KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
  KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
  KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
  KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '5',
  KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
});
