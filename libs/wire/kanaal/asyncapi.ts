import type { Gemeente } from '@wijkspoor/domain';
import { bodySchemas } from '../http/bodies.ts';
import { allSchemas } from '../codec.ts';
import type { WijkspoorEvent } from '../stored.ts';
import { afgewezenBericht } from './afgewezen.ts';
import { aanmelding, aanmeldingBinair, berichtAfgewezen } from './asyncapi-berichten.ts';
import { berichtVanFeit, naamVanFeit } from './asyncapi-berichten.ts';

const topics = {
  gebeurtenissen: {
    address: 'wijkspoor.gebeurtenissen.v1',
    description: 'Alles wat er gebeurt, feit voor feit; per stroom in volgorde, minstens één keer.',
  },
  aanmeldingen: {
    address: 'wijkspoor.aanmeldingen.v1',
    description: 'Waar kanalen hun meldingen zetten: CloudEvents van hoogstens 64 KB.',
  },
  afgewezen: {
    address: 'wijkspoor.aanmeldingen.afgewezen.v1',
    description: 'Welke meldingen niet zijn aangenomen, met elke fout.',
  },
} as const;

type Topic = keyof typeof topics;

/**
 * The description of the topics for a municipality (AsyncAPI 3.0), made of the schemas that judge
 * what comes in and what is stored.
 */
export function asyncApi(gemeente: Gemeente): object {
  const berichten = berichtenVan();
  return schoon({
    asyncapi: '3.0.0',
    info: {
      title: `Wijkspoor ${gemeente.naam}: topics`,
      version: '1.0.0',
      description:
        'CloudEvents 1.0 volgens het NL GOV-profiel, op Kafka. Nog eens hetzelfde bericht ' +
        'is veilig: `source` en `id` zijn samen uniek.',
      license: { name: 'EUPL-1.2' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(
      Object.entries(berichten).map(([naam, namen]) => [naam, kanaal(naam as Topic, namen)]),
    ),
    operations: {
      neemAanmeldingenAan: operatie('receive', 'aanmeldingen', 'Intake beoordeelt elke melding.'),
      wijsAanmeldingenAf: operatie('send', 'afgewezen', 'Intake zegt wat er mis was.'),
      meldGebeurtenissen: operatie('send', 'gebeurtenissen', 'Elk feit uit het logboek.'),
    },
    components: {
      messages: Object.assign({}, ...Object.values(berichten)) as object,
      schemas: schemasVan(gemeente, berichten),
    },
  }) as object;
}

type Berichten = Readonly<Record<Topic, Readonly<Record<string, object>>>>;

const types = Object.keys(allSchemas) as WijkspoorEvent['type'][];

function berichtenVan(): Berichten {
  return {
    gebeurtenissen: Object.fromEntries(types.map((type) => [type, berichtVanFeit(type)])),
    aanmeldingen: {
      ZaakAangemeld: aanmelding('zaak'),
      ZaakAangemeldBinair: aanmeldingBinair('zaak'),
      WerkbezoekAangemeld: aanmelding('werkbezoek'),
      WerkbezoekAangemeldBinair: aanmeldingBinair('werkbezoek'),
    },
    afgewezen: { AanmeldingAfgewezen: berichtAfgewezen },
  };
}

function kanaal(naam: Topic, berichten: object): object {
  const { address, description } = topics[naam];
  const namen = Object.keys(berichten);
  return {
    address,
    description,
    messages: Object.fromEntries(
      namen.map((bericht) => [bericht, { $ref: `#/components/messages/${bericht}` }]),
    ),
    bindings: { kafka: { topic: address } },
  };
}

function operatie(action: 'send' | 'receive', naam: Topic, summary: string): object {
  return { action, channel: { $ref: `#/channels/${naam}` }, summary };
}

/** The schemas of the messages, with those that they refer to. */
function schemasVan(gemeente: Gemeente, berichten: Berichten): Record<string, unknown> {
  const alle: Record<string, unknown> = {
    ...bodySchemas(gemeente),
    AanmeldingAfgewezen: afgewezenBericht,
    ...Object.fromEntries(types.map((type) => [naamVanFeit(type), allSchemas[type]])),
  };
  const nodig = new Set<string>();
  const volg = (waarde: unknown): void => {
    for (const [, naam = ''] of JSON.stringify(waarde).matchAll(
      /"#\/components\/schemas\/(\w+)"/g,
    )) {
      if (nodig.has(naam)) continue;
      nodig.add(naam);
      volg(alle[naam]);
    }
  };
  volg(berichten);
  return Object.fromEntries([...nodig].sort().map((naam) => [naam, alle[naam]]));
}

// The words of our own checks, and that of OpenAPI for a choice, mean something else here.
const vreemd = new Set(['x-lijst', 'x-vorm', 'nietNaVandaag', 'discriminator']);

function schoon(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(schoon);
  if (typeof value !== 'object' || value === null) return value;
  const velden = Object.entries(value).filter(
    ([naam, veld]) => !vreemd.has(naam) && veld !== undefined,
  );
  return Object.fromEntries(velden.map(([naam, veld]) => [naam, schoon(veld)]));
}
