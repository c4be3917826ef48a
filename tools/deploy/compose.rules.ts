import type { Compose, Files, Service } from './files.ts';

/** What is wrong in docker-compose.yml, in itself and against the rest of the project. */
export function composeFaults(files: Files): string[] {
  const { compose } = files;
  const services = Object.entries(compose.services);
  return [
    ...services.flatMap(([name, service]) => serviceFaults(name, service, compose)),
    ...services.filter(isOurs).flatMap(([name, service]) => ownFaults(name, service, files)),
    ...secretFaults(files),
    ...placeFaults(files),
    ...imageFaults(files),
    ...appFaults(files),
  ];
}

type Named = readonly [string, Service];

const isOurs = ([, { build }]: Named) => build !== undefined;

/** Runs once and ends, so nobody waits for its health. */
const isOnce = ({ restart = '' }: Service) => restart === 'no' || restart.startsWith('on-failure');

const pinned = /^[\w./-]+:v?\d+\.\d+(\.\d+)?(-[\w.-]+)?$/;

function serviceFaults(name: string, service: Service, { services }: Compose): string[] {
  const { image, restart, deploy, ports = [], privileged, user } = service;
  const limits = deploy?.resources?.limits;
  const waits = Object.entries(service.depends_on ?? {}).flatMap(([other, { condition }]) => {
    const found = services[other];
    if (!found) return [`${name} waits for ${other}, which is not there`];
    const wanted = isOnce(found) ? 'service_completed_successfully' : 'service_healthy';
    return condition === wanted ? [] : [`${name} waits for ${other} until ${condition}`];
  });
  return [
    ...(pinned.test(image) ? [] : [`${name} has no fixed image: ${image}`]),
    ...(restart ? [] : [`${name} does not say when it is started again`]),
    ...(limits?.cpus && limits.memory ? [] : [`${name} may take all of the machine`]),
    ...(isOnce(service) || service.healthcheck?.test ? [] : [`${name} has no health check`]),
    ...(privileged ? [`${name} is privileged`] : []),
    ...(/^(0|root)\b/.test(user ?? '') && service.network_mode !== 'none'
      ? [`${name} is root on a network`]
      : []),
    ...ports
      .filter((port) => !port.startsWith('127.0.0.1:'))
      .map((port) => `${name} opens ${port}`),
    ...waits,
  ];
}

function ownFaults(name: string, service: Service, files: Files): string[] {
  const settings = files.text('libs/platform/settings.ts');
  const unknown = Object.keys(service.environment ?? {}).filter(
    (setting) => !new RegExp(`^  ${setting}: `, 'm').test(settings),
  );
  const { version } = JSON.parse(files.text('package.json')) as { version: string };
  return [
    ...unknown.map((setting) => `${name} is given ${setting}, which nobody reads`),
    ...(service.image === `wijkspoor:${version}` ? [] : [`${name} is not of version ${version}`]),
    ...(service.init ? [] : [`${name} has no init`]),
    ...(service.read_only ? [] : [`${name} may write in its own image`]),
    ...(service.cap_drop?.includes('ALL') ? [] : [`${name} keeps capabilities`]),
    ...(service.security_opt?.includes('no-new-privileges:true')
      ? []
      : [`${name} may get new privileges`]),
  ];
}

const required = /\$\{(\w+):\?[^}]+\}/g;
const secretName = /PASSWORD|SECRET|TOKEN|CREDENTIAL/;

/** No secret has a value here, and each that is asked for is in the example, without a value. */
function secretFaults(files: Files): string[] {
  const text = files.text('docker-compose.yml');
  const asked = new Set([...text.matchAll(required)].map(([, name = '']) => name));
  const example = files.text('.env.example');
  const values = Object.entries(files.compose.services).flatMap(([name, { environment = {} }]) =>
    Object.entries(environment).map(([setting, value]) => [name, setting, value] as const),
  );
  const given = values.filter(([, setting, value]) => {
    const [, inAddress] = /^\w+:\/\/[^:/@]*:(.*)@/.exec(value) ?? [];
    const secret = inAddress ?? (secretName.test(setting) ? value : undefined);
    return secret !== undefined && secret.replace(required, '') !== '';
  });
  return [
    ...given.map(([name, setting]) => `${name} has a secret of its own in ${setting}`),
    ...[...asked]
      .filter((name) => !new RegExp(`^${name}=$`, 'm').test(example))
      .map((name) => `.env.example does not ask for ${name}`),
    ...[...example.matchAll(/^(\w+)=(.+)$/gm)].map(([, name]) => `.env.example fills in ${name}`),
  ];
}

/** Volumes and networks are declared and used; what is mounted from the project is there. */
function placeFaults(files: Files): string[] {
  const { services, volumes, networks } = files.compose;
  const all = Object.entries(services);
  const mounts = all.flatMap(([name, { volumes: own = [] }]) =>
    own.map((volume) => [name, volume.split(':')[0] ?? ''] as const),
  );
  const binds = mounts.filter(([, from]) => /^[./]/.test(from));
  const named = mounts.filter(([, from]) => !/^[./]/.test(from));
  const nets = all.flatMap(([, { networks: own = [] }]) => own);
  return [
    ...binds
      .filter(([, from]) => !from.startsWith('./') || !files.has(from.slice(2)))
      .map(([name, from]) => `${name} mounts ${from}, which is not in the project`),
    ...named.filter(([, from]) => !(from in volumes)).map(([, from]) => `no volume ${from}`),
    ...Object.keys(volumes)
      .filter((volume) => !named.some(([, from]) => from === volume))
      .map((volume) => `nobody uses volume ${volume}`),
    ...nets.filter((net) => !(net in networks)).map((net) => `no network ${net}`),
  ];
}

/** What runs here is what the tests ran on, where they found a container engine. */
function imageFaults(files: Files): string[] {
  const tested = ['tools/kafka/docker.mjs', 'libs/testing/event-store.ts'].map(
    (path) => /image = '([^']+)'/.exec(files.text(path))?.[1] ?? path,
  );
  const images = Object.values(files.compose.services).map(({ image }) => image);
  return tested
    .filter((image) => !images.includes(image))
    .map((image) => `tests run on ${image}, docker-compose.yml does not`);
}

/** Every app that is a process stands here, and is reached where it listens. */
function appFaults(files: Files): string[] {
  const { services } = files.compose;
  const commands = Object.values(services).flatMap(({ command = [] }) => command);
  const built = [...files.text('tools/build/build.mjs').matchAll(/(\S+): 'apps\/(\S+)\/main.ts'/g)]
    .map(([, , app = '']) => app)
    .filter((app) => app !== 'wijkspoor');
  const dockerfile = files.text('Dockerfile');
  const port = /\bPORT=(\d+)/.exec(dockerfile)?.[1];
  const addresses = Object.entries(services['voordeur']?.environment ?? {}).flatMap(
    ([setting, url]) => {
      const { hostname, port: to } = new URL(url);
      if (services[hostname] && to === port) return [];
      return [`voordeur looks for ${setting} at ${url}`];
    },
  );
  const opens = (services['voordeur']?.ports ?? []).filter((to) => !to.endsWith(`:${port}`));
  return [
    ...built
      .filter((app) => !commands.includes(`dist/${app}.js`))
      .map((app) => `nothing runs apps/${app}`),
    ...commands
      .filter((word) => word.startsWith('dist/'))
      .filter((word) => !built.includes(word.slice(5, -3)))
      .map((word) => `nobody builds ${word}`),
    ...addresses,
    ...opens.map((to) => `voordeur opens ${to}, where nobody listens`),
    ...(dockerfile.includes(`EXPOSE ${port}\n`) ? [] : [`Dockerfile does not expose ${port}`]),
  ];
}
