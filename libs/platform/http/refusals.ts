import type { Weigeringscode } from '@wijkspoor/domain';
import type { Facts } from '@wijkspoor/kernel';

/** How a refusal is told over HTTP: a status, what is the matter, and what to do about it. */
type Telling = Readonly<{ status: 404 | 409; title: string; detail: (facts: Facts) => string }>;

const of = ({ zaakId, werkbezoekId }: Facts) => String(zaakId ?? werkbezoekId);

const text = (value: unknown) => String(value);

const list = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value));

/** Every refusal of the rules. A new code does not compile without a place here. */
export const refusals: Readonly<Record<Weigeringscode, Telling>> = {
  'zaak-onbekend': {
    status: 404,
    title: 'Deze zaak is er niet',
    detail: (facts) => `Er is geen zaak ${of(facts)}. Controleer het nummer.`,
  },
  'werkbezoek-onbekend': {
    status: 404,
    title: 'Dit werkbezoek is er niet',
    detail: (facts) => `Er is geen werkbezoek ${of(facts)}. Controleer het nummer.`,
  },
  'aanmelding-wijkt-af': {
    status: 409,
    title: 'Deze aanmelding is er al, met een andere inhoud',
    detail: (facts) =>
      `${of(facts)} is eerder aangemeld met dezelfde bron en hetzelfde id. Anders is: ` +
      `${list(facts['verschillen'])}. Gebruik een nieuw id voor een nieuwe aanmelding.`,
  },
  'zaak-gesloten': {
    status: 409,
    title: 'De zaak is gesloten',
    detail: (facts) => `${of(facts)} is gesloten. Heropen de zaak eerst.`,
  },
  'zaak-niet-beantwoord': {
    status: 409,
    title: 'De zaak is nog niet beantwoord',
    detail: (facts) =>
      `${of(facts)} heeft nog geen antwoord. Geef eerst antwoord, of sluit met een andere grond.`,
  },
  'zaak-niet-te-heropenen': {
    status: 409,
    title: 'De zaak is nog open',
    detail: (facts) => `${of(facts)} is ${text(facts['status'])} en hoeft niet heropend te worden.`,
  },
  'geen-advies': {
    status: 409,
    title: 'De zaak is geen advies',
    detail: (facts) => `${of(facts)} is geen advies; alleen een advies krijgt een uitkomst.`,
  },
  'geen-uitkomst': {
    status: 409,
    title: 'Het advies heeft nog geen uitkomst',
    detail: (facts) => `Stel eerst vast wat er met ${of(facts)} is gedaan, en sluit daarna.`,
  },
  'reactie-niet-schriftelijk': {
    status: 409,
    title: 'Op een advies hoort een schriftelijke reactie',
    detail: (facts) =>
      `${of(facts)} is een advies. Antwoord schriftelijk; leg een gesprek vast als contact.`,
  },
  'geen-lopende-termijn': {
    status: 409,
    title: 'Er loopt geen termijn',
    detail: (facts) => `Voor ${of(facts)} loopt geen termijn, dus er is geen datum af te spreken.`,
  },
  'afgesproken-datum-voorbij': {
    status: 409,
    title: 'De afgesproken datum is al voorbij',
    detail: ({ einde, afgesprokenOp }) =>
      `De nieuwe datum ${text(einde)} ligt voor de dag van de afspraak, ${text(afgesprokenOp)}.`,
  },
  'afgesproken-datum-voor-start': {
    status: 409,
    title: 'De afgesproken datum ligt voor het begin',
    detail: ({ einde, startdatum }) =>
      `De nieuwe datum ${text(einde)} ligt voor de dag waarop de termijn begon, ` +
      `${text(startdatum)}.`,
  },
  'afspraak-niet-bevoegd': {
    status: 409,
    title: 'Deze rol mag geen andere datum afspreken',
    detail: ({ door, mag, ...facts }) =>
      `Voor ${of(facts)} mag ${text(door)} geen andere datum afspreken. Dat mag wel: ${list(mag)}.`,
  },
  'afspraak-na-verstrijken': {
    status: 409,
    title: 'De termijn is al voorbij',
    detail: ({ einde, afgesprokenOp }) =>
      `De laatste dag was ${text(einde)}. Het beleid laat op ${text(afgesprokenOp)} geen nieuwe ` +
      'datum meer toe.',
  },
  'termijn-loopt-nog': {
    status: 409,
    title: 'De termijn loopt nog',
    detail: (facts) => `De termijn van ${of(facts)} loopt tot en met ${text(facts['einde'])}.`,
  },
  'datum-voor-ontvangst': {
    status: 409,
    title: 'De datum ligt voor de ontvangst',
    detail: ({ datum, ontvangenOp, ...facts }) =>
      `${text(datum)} ligt voor de dag waarop ${of(facts)} is ontvangen, ${text(ontvangenOp)}.`,
  },
  'geen-afdoening-mogelijk': {
    status: 409,
    title: 'Deze soort zaak kent geen afdoening',
    detail: (facts) => `${of(facts)} is geen toezegging of motie.`,
  },
  'geen-afdoening-voorgesteld': {
    status: 409,
    title: 'Er is geen afdoening voorgesteld',
    detail: (facts) => `Stel eerst een afdoening van ${of(facts)} voor.`,
  },
  'afdoening-niet-aanvaard': {
    status: 409,
    title: 'De afdoening is nog niet aanvaard',
    detail: (facts) => `${of(facts)} is pas afgehandeld als de afdoening is aanvaard.`,
  },
};
