import type { Letter, Letters, ParkedStream } from '@wijkspoor/platform';
import { briefnaam } from '../cli/dode-brieven.ts';
import { KanNiet } from '../cli/opdracht.ts';

/** What a subcommand of `dode-brieven` gives: what to show, and the same for programs. */
export type Uitvoer = Readonly<{ tekst: string; json: unknown }>;

/** The letter of a name as `lijst` shows it. */
export async function briefVan(brieven: Letters, naam: string): Promise<Letter> {
  const [, groep, plaats] = /^(.+)\/(\d{1,15})$/.exec(naam) ?? [];
  if (!groep || !plaats)
    throw new KanNiet(`'${naam}' is geen brief. Schrijf die als in de lijst, zoals reporting/412.`);
  const brief = await brieven.letter(groep, Number(plaats));
  if (brief) return brief;
  throw new KanNiet(`Brief ${naam} is er niet: alsnog verwerkt, of nooit opgehouden.`);
}

/** The stream that a letter holds up. */
export async function stroomVan(brieven: Letters, brief: Letter): Promise<ParkedStream> {
  const { group, event, released } = brief;
  const stromen = await brieven.streams();
  const stroom = stromen.find(
    ({ first }) => first.group === group && first.event.stream === event.stream,
  );
  if (stroom && !released) return stroom;
  const door = released && ` door ${released.by}: ${released.reason}`;
  throw new KanNiet(`Brief ${briefnaam(brief)} is al ${door ? `losgelaten${door}` : 'verwerkt'}.`);
}
