import type { EventOf } from '@wijkspoor/kernel';
import type { KanaalCode, PortefeuilleCode, ThemaCode, WijkCode } from '../gemeente/gemeente.ts';
import type { Datum } from '../termijn/datum.ts';
import type { OnbepaaldBewijs, TermijnBewijs } from '../termijn/termijn.ts';

/** A case, and at once the name of its stream. */
export type ZaakId = `zaak-${string}`;

export type WerkbezoekId = `werkbezoek-${string}`;

/** Who has a case or does something in it: a role and whose, e.g. `wijk-mt:tarwewijk`. */
export type Rol = string;

/** Where a case came from: the pair is unique, so the same message twice is one case. */
export type Aanmelding = Readonly<{ bron: string; id: string }>;

/** What every case has from its first moment. The free text is personal data, always (000:45). */
type Geregistreerd = Readonly<{
  zaakId: ZaakId;
  aanmelding: Aanmelding;
  kanaal: KanaalCode;
  /** The wijken it is about; empty only for a motie or toezegging about the whole city. */
  wijken: readonly WijkCode[];
  themas: readonly ThemaCode[];
  onderwerp: string;
  tekst: string;
  ontvangenOp: Datum;
  /** Numbers of the council's papers, exactly as written, e.g. `22bb4407`. */
  kenmerken: readonly string[];
}>;

/** The formal visit of a college member from which a vraag or toezegging came (002:51). */
type UitWerkbezoek = Readonly<{ werkbezoekId: WerkbezoekId; wethouder: PortefeuilleCode }>;

/** How a case begins: one event per soort. */
export type Registratie =
  | EventOf<'VraagGeregistreerd', Geregistreerd>
  | EventOf<'VraagUitDeWijkGeregistreerd', Geregistreerd & UitWerkbezoek>
  | EventOf<
      'AdviesOntvangen',
      Geregistreerd & {
        gevraagd: boolean;
        /** The day on which the college asked for it, where a term starts then. */
        gevraagdOp?: Datum;
        wethouder?: PortefeuilleCode;
      }
    >
  | EventOf<
      'ToezeggingVastgelegd',
      Geregistreerd &
        Partial<UitWerkbezoek> & {
          aan: 'wijkraad' | 'gemeenteraad';
          wethouder: PortefeuilleCode;
          uiterlijk?: Datum;
        }
    >
  | EventOf<
      'ActiepuntVastgelegd',
      Geregistreerd & UitWerkbezoek & { eigenaar: Rol; uiterlijk?: Datum }
    >
  | EventOf<'MotieGeregistreerd', Geregistreerd & { wethouder?: PortefeuilleCode }>;

export type Uitkomst = 'overgenomen' | 'deels-overgenomen' | 'niet-overgenomen';

/** Why a case is closed. Only `afgehandeld` asks that it was answered. */
export type Sluitgrond = 'afgehandeld' | 'ingetrokken' | 'dubbel' | 'onjuist-geregistreerd';

/** The letter in which the college proposes to consider something done. */
export type Brief = Readonly<{ kenmerk: string; datum: Datum }>;

/** What may be signalled about a case besides its term: silence, or a word that is due. */
export type Signaal = 'stilte' | 'tussenbericht';

type Op<Data extends object> = Readonly<{ zaakId: ZaakId; door: Rol }> & Data;

/** What has happened to a case. Once stored, an event is never edited and never removed. */
export type ZaakEvent =
  | Registratie
  | EventOf<'ThemasVastgesteld', Op<{ themas: readonly ThemaCode[] }>>
  | EventOf<'ZaakToegewezen', Op<{ behandelaar: Rol; toegewezenOp: Datum }>>
  | EventOf<'TermijnGestart', Op<{ revisie: number; einde: Datum; bewijs: TermijnBewijs }>>
  | EventOf<'TermijnNietBepaald', Op<{ reden: string; bewijs: OnbepaaldBewijs }>>
  | EventOf<
      'TermijnAfgesproken',
      Op<{
        revisie: number;
        einde: Datum;
        vorigEinde: Datum;
        met: string;
        afgesprokenOp: Datum;
        reden: string;
        naVerstrijken: boolean;
      }>
    >
  | EventOf<'TermijnOverschreden', Op<{ revisie: number; einde: Datum; vastgesteldOp: Datum }>>
  | EventOf<
      'HerinneringGegeven',
      Op<{
        revisie: number;
        einde: Datum;
        /** The rung, in days from the end: -14 is two weeks before it, 7 a week after. */
        trede: number;
        /** The day on which it was raised; later than the rung when nobody was watching. */
        peildatum: Datum;
        aan: readonly Rol[];
      }>
    >
  | EventOf<
      'SignaalGegeven',
      Op<{
        signaal: Signaal;
        /** The last day on which whoever asked heard something. */
        sinds: Datum;
        /** The day on which it fell due. */
        dag: Datum;
        peildatum: Datum;
        aan: readonly Rol[];
      }>
    >
  | EventOf<'TussenberichtVerzonden', Op<{ aan: string; verzondenOp: Datum; inhoud: string }>>
  | EventOf<'ContactVastgelegd', Op<{ met: string; contactOp: Datum; inhoud: string }>>
  | EventOf<
      'AntwoordGegeven',
      Op<{
        vorm: 'schriftelijk' | 'mondeling';
        antwoordOp: Datum;
        inhoud: string;
        kenmerk?: string;
      }>
    >
  | EventOf<
      'UitkomstVastgesteld',
      Op<{ uitkomst: Uitkomst; vastgesteldOp: Datum; redenen: string; watVeranderde?: string }>
    >
  | EventOf<'UitvoeringGemeld', Op<{ uitgevoerdOp: Datum; toelichting: string }>>
  | EventOf<'AfdoeningVoorgesteld', Op<{ brief: Brief; voorgesteldOp: Datum }>>
  | EventOf<'AfdoeningAanvaard', Op<{ aanvaardOp: Datum }>>
  | EventOf<'AfdoeningGeweigerd', Op<{ geweigerdOp: Datum; reden: string }>>
  | EventOf<'ZaakGesloten', Op<{ grond: Sluitgrond; geslotenOp: Datum; reden: string }>>
  | EventOf<'ZaakHeropend', Op<{ heropendOp: Datum; reden: string }>>;
