/**
 * The settings of a Kafka on one machine: broker and controller in one process, loopback only.
 *
 * What is `secured` gets a second listener, with TLS and a name and password for who may enter.
 */
export function serverProperties({ data, ports, secured }) {
  const { broker, controller, secure } = ports;
  const listeners = [`PLAINTEXT://127.0.0.1:${broker}`];
  if (secured) listeners.push(`SASL_SSL://127.0.0.1:${secure}`);
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controller}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: [...listeners, `CONTROLLER://127.0.0.1:${controller}`].join(),
    'advertised.listeners': listeners.join(),
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT',
    'log.dirs': data,
    // An unknown topic would otherwise be made silently, with one partition.
    'auto.create.topics.enable': false,
    ...alone,
    ...(secured && entrance(secured)),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

// One broker is all there is: nothing to replicate to, nobody to wait for, few hands.
const alone = {
  'offsets.topic.replication.factor': 1,
  'offsets.topic.num.partitions': 5,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'share.coordinator.state.topic.replication.factor': 1,
  'share.coordinator.state.topic.min.isr': 1,
  'group.initial.rebalance.delay.ms': 0,
  // Tests kill members of groups, and do not want to wait for long until that is noticed.
  'group.min.session.timeout.ms': 3_000,
  // After a kill -9 the controller waits this long before it believes in the new process.
  'broker.session.timeout.ms': 3_000,
  'broker.heartbeat.interval.ms': 500,
  'num.network.threads': 2,
  'num.io.threads': 2,
  'log.cleaner.dedupe.buffer.size': 4_194_304,
};

const jaas = (mechanism) => `listener.name.sasl_ssl.${mechanism}.sasl.jaas.config`;

function entrance({ user, password, keystore, secret }) {
  const plain = 'org.apache.kafka.common.security.plain.PlainLoginModule';
  const scram = 'org.apache.kafka.common.security.scram.ScramLoginModule';
  return {
    'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-512',
    [jaas('plain')]: `${plain} required user_${user}="${password}";`,
    [jaas('scram-sha-512')]: `${scram} required;`,
    'ssl.keystore.type': 'PKCS12',
    'ssl.keystore.location': keystore,
    'ssl.keystore.password': secret,
  };
}
