import type { CommandOf } from '@wijkspoor/kernel';
import type { ThemaCode } from '../gemeente/gemeente.ts';
import type { Datum } from '../termijn/datum.ts';
import type { OnbepaaldeTermijn, Termijn } from '../termijn/termijn.ts';
import type { Brief, Registratie, Rol, Sluitgrond, Uitkomst, ZaakId } from './zaak.events.ts';

type Door<Data extends object> = Readonly<{ zaakId: ZaakId; door: Rol }> & Data;

/** What may be asked of a case. Each one has a function of the same verb. */
export type ZaakCommand =
  | CommandOf<'RegistreerZaak', { registratie: Registratie }>
  | CommandOf<'StelThemasVast', Door<{ themas: readonly ThemaCode[] }>>
  | CommandOf<'WijsToe', Door<{ behandelaar: Rol }>>
  | CommandOf<'StartTermijn', Door<{ termijn: Termijn | OnbepaaldeTermijn }>>
  | CommandOf<
      'SpreekTermijnAf',
      Door<{ einde: Datum; met: string; afgesprokenOp: Datum; reden: string }>
    >
  | CommandOf<'StelOverschrijdingVast', Door<{ einde: Datum }>>
  | CommandOf<'VerzendTussenbericht', Door<{ aan: string; verzondenOp: Datum; inhoud: string }>>
  | CommandOf<'LegContactVast', Door<{ met: string; contactOp: Datum; inhoud: string }>>
  | CommandOf<
      'GeefAntwoord',
      Door<{
        vorm: 'schriftelijk' | 'mondeling';
        antwoordOp: Datum;
        inhoud: string;
        kenmerk?: string;
      }>
    >
  | CommandOf<
      'StelUitkomstVast',
      Door<{ uitkomst: Uitkomst; vastgesteldOp: Datum; redenen: string; watVeranderde?: string }>
    >
  | CommandOf<'MeldUitvoering', Door<{ uitgevoerdOp: Datum; toelichting: string }>>
  | CommandOf<'StelAfdoeningVoor', Door<{ brief: Brief; voorgesteldOp: Datum }>>
  | CommandOf<'AanvaardAfdoening', Door<{ aanvaardOp: Datum }>>
  | CommandOf<'WeigerAfdoening', Door<{ geweigerdOp: Datum; reden: string }>>
  | CommandOf<'SluitZaak', Door<{ grond: Sluitgrond; geslotenOp: Datum; reden: string }>>
  | CommandOf<'HeropenZaak', Door<{ heropendOp: Datum; reden: string }>>;
