import type { Termijnbeleid } from '../gemeente/gemeente.ts';
import type { Datum } from '../termijn/datum.ts';
import { dagenTussen, plusDagen } from '../termijn/datum.ts';
import type { Reeks, Stand } from './treden.ts';
import type { Signaal } from './zaak.events.ts';
import type { BestaandeZaak, Vervolg } from './zaak.state.ts';

/** A signal that a case may give: of what, since when it is silent, and on which days. */
export type Signaalreeks = Readonly<{ signaal: Signaal; sinds: Datum; reeks: Reeks; stand: Stand }>;

type Beleid = Pick<Termijnbeleid, 'tussenbericht' | 'stilte'>;

/**
 * The signals of a case that nobody has answered: who asked has heard nothing for too long, or an
 * advies nears its end without the wijkraad having heard anything (002:93-96). Each comes back
 * after as many days again, until there is news. They never change a term.
 */
export function signaalreeksen(
  zaak: BestaandeZaak,
  { tussenbericht, stilte }: Beleid,
  vanaf: Datum,
): readonly Signaalreeks[] {
  const { looptijd } = zaak;
  const sinds = laatsteNieuws(zaak);
  const bij = (signaal: Signaal, eerste: Datum, elke: number) => {
    const gegeven = zaak.signalen[signaal];
    const laatste = gegeven && dagenTussen(eerste, gegeven);
    return { signaal, sinds, reeks: { dag: eerste, vast: [0], elke }, stand: { vanaf, laatste } };
  };
  return [
    ...(stilte ? [bij('stilte', plusDagen(sinds, stilte.dagen), stilte.dagen)] : []),
    ...(tussenbericht && looptijd
      ? [
          bij(
            'tussenbericht',
            eersteTussenbericht(tussenbericht, looptijd.einde, sinds),
            tussenbericht.zonderContactDagen,
          ),
        ]
      : []),
  ];
}

function eersteTussenbericht(
  { vanafDagenVoorEinde, zonderContactDagen }: NonNullable<Beleid['tussenbericht']>,
  einde: Datum,
  sinds: Datum,
): Datum {
  const nabij = plusDagen(einde, -vanafDagenVoorEinde);
  const stil = plusDagen(sinds, zonderContactDagen);
  return nabij > stil ? nabij : stil;
}

/**
 * The last day on which whoever asked heard something: an interim message, a contact, another date
 * that was agreed with them, or their own question, also when it came back. That a case went to
 * another desk is no news: nobody is told by it (000:21).
 */
function laatsteNieuws({ registratie, feiten }: BestaandeZaak): Datum {
  return feiten.reduce<Datum>((laatste, feit) => {
    const dag = nieuwsIn(feit);
    return dag && dag > laatste ? dag : laatste;
  }, registratie.data.ontvangenOp);
}

function nieuwsIn(feit: Vervolg): Datum | undefined {
  if (feit.type === 'TussenberichtVerzonden') return feit.data.verzondenOp;
  if (feit.type === 'ContactVastgelegd') return feit.data.contactOp;
  if (feit.type === 'TermijnAfgesproken') return feit.data.afgesprokenOp;
  if (feit.type === 'ZaakHeropend') return feit.data.heropendOp;
  return undefined;
}
