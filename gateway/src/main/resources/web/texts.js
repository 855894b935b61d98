// Every text of the page, in Finnish, Swedish and English. A test holds the three to the same keys.

import { feedbackTexts } from './texts-feedback.js';
import { problemTexts } from './texts-problems.js';

const pageTexts = {
  fi: {
    parted: 'Erittely', partedText: 'Yksi mittari jaoteltuna yhden seikan mukaan. Ero kertoo, miten osa poikkeaa muista näkyvistä osista yhteensä.', dimension: 'Jaottelu', dimension_pair: 'kokemusasiantuntija mukana', dimension_channel: 'tapaamistapa', dimension_kind: 'tapaamisen muoto', dimension_unit: 'yksikkö', dimension_activity: 'toiminta', 'part_with-peer-expert': 'mukana', 'part_without-peer-expert': 'ei mukana', against: 'Ero muihin', points: 'prosenttiyksikköä', size_unclear: 'ero voi olla sattumaa', size_small: 'pieni ero', size_medium: 'kohtalainen ero', size_large: 'suuri ero', besideOthers: 'Verrattuna muihin organisaatioihin', besideOthersNone: 'Muut näytetään vasta, kun vähintään kymmenen muuta organisaatiota on sopinut vertailusta ja oma organisaatio myös.', own: 'Oma', lowerQuarter: 'Neljäsosa on alle', middle: 'Mediaani', upperQuarter: 'Neljäsosa on yli',
    tag: 'fi', indicators: 'Mittarit', indicatorsIntro: 'Luvut, joille on tarpeeksi tapauksia. Suluissa 95 %:n luottamusväli. Luvut kuvaavat samaa aikaa. Ne eivät todista syytä. Luvusta pääsee sen selitykseen.', wholeOrganisation: 'Koko organisaatio',
    download: 'Lataa taulukko (CSV)', catalogue: 'Mitä luvut tarkoittavat', indicator: 'Mittari', figure: 'Luku', formula: 'Laskukaava', threshold: 'Näytetään, kun tapauksia on vähintään {n}.', nothingToShow: 'Tälle vuodelle ei ole näytettäviä lukuja: tapauksia on liian vähän tai ei lainkaan.', unit_days: 'päivää', unit_hours: 'tuntia',
    tag: 'fi', language: 'Kieli', skip: 'Siirry sisältöön', login: 'Kirjaudu sisään', logout: 'Kirjaudu ulos',
    welcome: 'Rinnalla on työväline, jolla organisaatio kehittää palvelujaan yhdessä asiakkaiden ja kokemusasiantuntijoiden kanssa.',
    menu: 'Päävalikko', activities: 'Toiminnat', meetings: 'Tapaamiset', heard: 'Kuulluksi tuleminen', loading: 'Haetaan…', more: 'Näytä lisää',
    unit: 'Yksikkö', activity: 'Toiminta', started: 'Alkanut', none: 'Täällä ei ole vielä mitään.',
    day: 'Päivä', kind: 'Tapaamisen muoto', channel: 'Tapaamistapa', pair: 'Kokemusasiantuntija', state: 'Tila', held: 'Pidetty',
    pairNo: 'ei pyydetty', pairWanted: 'pyydetty', pairAssigned: 'tulee mukaan', minutes: 'min', close: 'Kirjaa pidetyksi', closeHeading: 'Kirjaa tapaaminen pidetyksi',
    heldOn: 'Pitopäivä', actualMinutes: 'Kesto minuutteina', startedBy: 'Kenen aloitteesta', roles: 'Ketkä olivat paikalla', closing: 'Lopetuskysymys: miten asiakas koki tapaamisen?',
    closing_spoken: 'Kysyttiin ja käytiin yhdessä läpi', closing_private: 'Kysyttiin, asiakas vastaa itse yksin', closing_declined: 'Kysyttiin, asiakas ei halunnut vastata', 'closing_not-asked': 'Ei kysytty',
    save: 'Tallenna', cancel: 'Peruuta', saved: 'Tapaaminen on kirjattu pidetyksi.',
    linkHeading: 'Vastauslinkki asiakkaalle', linkText: 'Näytä koodi asiakkaalle tai anna linkki. Linkki toimii kerran. Sitä ei voi yhdistää tapaamiseen, eikä sitä näytetä uudelleen.', linkLost: 'Linkkiä ei saatu. Tapaaminen on silti kirjattu.', copy: 'Kopioi linkki', copied: 'Linkki on kopioitu.', qr: 'QR-koodi, joka avaa vastauslinkin', done: 'Valmis',
    plan: 'Suunnittele tapaaminen', planHeading: 'Uusi tapaaminen', plannedOn: 'Päivä', plannedMinutes: 'Varattu aika minuutteina', peerExpertWanted: 'Pyydetään kokemusasiantuntija työpariksi', plannedSaved: 'Tapaaminen on suunniteltu.',
    year: 'Vuosi', by: 'Jakso', by_week: 'viikko', by_month: 'kuukausi', by_quarter: 'vuosineljännes', weekShort: 'vk', quarterShort: 'Q',
    heardIntro: 'Osuus vastaajista, jotka olivat samaa mieltä väittämästä ”Minua kuultiin” (4 tai 5 viidestä). Suluissa 95 %:n luottamusväli. Luvut kuvaavat samaa aikaa. Ne eivät todista syytä.',
    period: 'Jakso', allAnswers: 'Kaikki', withPair: 'Kokemusasiantuntija mukana', withoutPair: 'Ilman kokemusasiantuntijaa', meetingsHeld: 'Tapaamisia pidetty', asked: 'Kysymys esitetty',
    under: 'alle {n}', tooFew: 'liian vähän vastauksia (alle {n})', atLeast: 'vähintään {n}', answers: '{n} vastausta', mean: 'keskiarvo {n}', growing: 'kertyy vielä', chart: 'Kuvassa samat osuudet kuin taulukossa.',
    role_client: 'asiakas', 'role_peer-expert': 'kokemusasiantuntija', role_professional: 'ammattilainen', role_manager: 'johtaja', role_coordinator: 'koordinaattori', role_analyst: 'analyytikko', role_operator: 'ylläpitäjä',
    state_planned: 'sovittu', state_moved: 'siirretty', state_cancelled: 'peruttu', 'state_client-not-reached': 'asiakasta ei tavoitettu',
    'kind_doing-together': 'yhdessä tekeminen', kind_outreach: 'etsivä työ', kind_group: 'ryhmä',
    'kind_training-day': 'koulutuspäivä', notAskedReason: 'Miksi ei kysytty', 'reason_no-client-present': 'asiakas ei ollut paikalla', 'reason_client-left': 'asiakas lähti',
    'reason_no-time': 'aika ei riittänyt', 'reason_did-not-suit': 'ei sopinut tilanteeseen', reason_forgotten: 'unohtui', spokenLegend: 'Mitä asiakas sanoi',
    spokenHeard: 'Minua kuultiin, 1–5', spokenTime: 'Aikaa oli riittävästi, 1–5', spokenElse: 'Mitä muuta asiakas olisi toivonut tai halunnut tietää', notWritten: 'ei kirjata',
    statementLegend: 'Asiakkaan näkemys', statement: 'Asiakkaan omin sanoin', statementNotWished: 'Asiakas ei halunnut sanoa näkemystään', 'warning_no-client-takes-part': 'Huomio: tapaamisessa ei ole mukana asiakasta. Ei mitään ilman asiakkaita.',
    'warning_place-not-preferred': 'Huomio: paikka ei ole asiakkaan toivoma.', 'warning_escort-not-arranged': 'Huomio: saattajaa ei ole sovittu.',
    'kind_one-to-one': 'kahdenkeskinen tapaaminen', kind_family: 'perhetapaaminen', kind_network: 'verkostotapaaminen', 'kind_co-development': 'kehittämistapaaminen', kind_circulating: 'kiertävä kokous', 'kind_discussion-cafe': 'keskustelukahvila',
    'channel_face-to-face': 'kasvokkain', channel_phone: 'puhelin', channel_video: 'video',
  },
  sv: {
    parted: 'Fördelning', partedText: 'En indikator uppdelad efter en omständighet. Skillnaden gäller jämfört med de andra synliga delarna tillsammans.', dimension: 'Dela upp efter', dimension_pair: 'erfarenhetsexpert med', dimension_channel: 'mötessätt', dimension_kind: 'mötesform', dimension_unit: 'enhet', dimension_activity: 'verksamhet', 'part_with-peer-expert': 'med', 'part_without-peer-expert': 'inte med', against: 'Skillnad mot de andra', points: 'procentenheter', size_unclear: 'skillnaden kan vara en slump', size_small: 'liten skillnad', size_medium: 'måttlig skillnad', size_large: 'stor skillnad', besideOthers: 'Jämfört med andra organisationer', besideOthersNone: 'Andra visas först när minst tio andra organisationer har kommit överens om jämförelsen, och den egna också.', own: 'Egen', lowerQuarter: 'En fjärdedel är under', middle: 'Median', upperQuarter: 'En fjärdedel är över',
    tag: 'sv', indicators: 'Indikatorer', indicatorsIntro: 'Tal med tillräckligt många fall. Inom parentes 95 % konfidensintervall. Talen gäller samma tid. De bevisar ingen orsak. Från talet kommer man till dess förklaring.', wholeOrganisation: 'Hela organisationen',
    download: 'Ladda ner tabellen (CSV)', catalogue: 'Vad talen betyder', indicator: 'Indikator', figure: 'Tal', formula: 'Formel', threshold: 'Visas när det finns minst {n} fall.', nothingToShow: 'För det här året finns inga tal att visa: fallen är för få eller saknas.', unit_days: 'dagar', unit_hours: 'timmar',
    tag: 'sv', language: 'Språk', skip: 'Gå till innehållet', login: 'Logga in', logout: 'Logga ut',
    welcome: 'Rinnalla är ett verktyg med vilket en organisation utvecklar sina tjänster tillsammans med klienter och erfarenhetsexperter.',
    menu: 'Huvudmeny', activities: 'Verksamheter', meetings: 'Möten', heard: 'Att bli hörd', loading: 'Hämtar…', more: 'Visa fler',
    unit: 'Enhet', activity: 'Verksamhet', started: 'Började', none: 'Här finns ännu ingenting.',
    day: 'Dag', kind: 'Mötesform', channel: 'Mötessätt', pair: 'Erfarenhetsexpert', state: 'Läge', held: 'Genomfört',
    pairNo: 'inte ombedd', pairWanted: 'ombedd', pairAssigned: 'kommer med', minutes: 'min', close: 'Markera som genomfört', closeHeading: 'Markera mötet som genomfört',
    heldOn: 'Hölls den', actualMinutes: 'Längd i minuter', startedBy: 'På vems initiativ', roles: 'Vilka var på plats', closing: 'Avslutande fråga: hur upplevde klienten mötet?',
    closing_spoken: 'Ställdes och gicks igenom tillsammans', closing_private: 'Ställdes, klienten svarar själv ensam', closing_declined: 'Ställdes, klienten ville inte svara', 'closing_not-asked': 'Ställdes inte',
    save: 'Spara', cancel: 'Avbryt', saved: 'Mötet har markerats som genomfört.',
    linkHeading: 'Svarslänk till klienten', linkText: 'Visa koden för klienten eller ge länken. Länken fungerar en gång. Den kan inte kopplas till mötet och visas inte på nytt.', linkLost: 'Länken kunde inte hämtas. Mötet har ändå markerats som genomfört.', copy: 'Kopiera länken', copied: 'Länken har kopierats.', qr: 'QR-kod som öppnar svarslänken', done: 'Klart',
    plan: 'Planera ett möte', planHeading: 'Nytt möte', plannedOn: 'Dag', plannedMinutes: 'Reserverad tid i minuter', peerExpertWanted: 'En erfarenhetsexpert ombeds arbeta i par', plannedSaved: 'Mötet har planerats.',
    year: 'År', by: 'Period', by_week: 'vecka', by_month: 'månad', by_quarter: 'kvartal', weekShort: 'v.', quarterShort: 'Q',
    heardIntro: 'Andelen svarande som höll med om påståendet ”Jag blev hörd” (4 eller 5 av fem). Inom parentes 95 % konfidensintervall. Talen gäller samma tid. De bevisar ingen orsak.',
    period: 'Period', allAnswers: 'Alla', withPair: 'Med erfarenhetsexpert', withoutPair: 'Utan erfarenhetsexpert', meetingsHeld: 'Genomförda möten', asked: 'Frågan ställd',
    under: 'under {n}', tooFew: 'för få svar (under {n})', atLeast: 'minst {n}', answers: '{n} svar', mean: 'medeltal {n}', growing: 'samlas ännu', chart: 'Bilden visar samma andelar som tabellen.',
    role_client: 'klient', 'role_peer-expert': 'erfarenhetsexpert', role_professional: 'yrkesperson', role_manager: 'chef', role_coordinator: 'koordinator', role_analyst: 'analytiker', role_operator: 'driftsansvarig',
    state_planned: 'avtalat', state_moved: 'flyttat', state_cancelled: 'inställt', 'state_client-not-reached': 'klienten nåddes inte',
    'kind_doing-together': 'att göra tillsammans', kind_outreach: 'uppsökande arbete', kind_group: 'grupp',
    'kind_training-day': 'utbildningsdag', notAskedReason: 'Varför frågan inte ställdes', 'reason_no-client-present': 'klienten var inte på plats', 'reason_client-left': 'klienten gick',
    'reason_no-time': 'tiden räckte inte', 'reason_did-not-suit': 'passade inte i situationen', reason_forgotten: 'glömdes bort', spokenLegend: 'Vad klienten sade',
    spokenHeard: 'Jag blev hörd, 1–5', spokenTime: 'Det fanns tillräckligt med tid, 1–5', spokenElse: 'Vad klienten annars hade önskat eller velat veta', notWritten: 'antecknas inte',
    statementLegend: 'Klientens åsikt', statement: 'Med klientens egna ord', statementNotWished: 'Klienten ville inte framföra sin åsikt', 'warning_no-client-takes-part': 'Obs: ingen klient är med i mötet. Ingenting utan klienter.',
    'warning_place-not-preferred': 'Obs: platsen är inte den som klienten önskar.', 'warning_escort-not-arranged': 'Obs: ingen ledsagare är ordnad.',
    'kind_one-to-one': 'enskilt möte', kind_family: 'familjemöte', kind_network: 'nätverksmöte', 'kind_co-development': 'utvecklingsträff', kind_circulating: 'ambulerande möte', 'kind_discussion-cafe': 'diskussionscafé',
    'channel_face-to-face': 'ansikte mot ansikte', channel_phone: 'telefon', channel_video: 'video',
  },
  en: {
    parted: 'Breakdown', partedText: 'One indicator, broken down by one circumstance. The difference is to the other visible parts taken together.', dimension: 'Break down by', dimension_pair: 'with a peer expert', dimension_channel: 'way of meeting', dimension_kind: 'kind of meeting', dimension_unit: 'unit', dimension_activity: 'activity', 'part_with-peer-expert': 'with', 'part_without-peer-expert': 'without', against: 'Difference to the others', points: 'percentage points', size_unclear: 'the difference may be chance', size_small: 'small difference', size_medium: 'medium difference', size_large: 'large difference', besideOthers: 'Compared with other organisations', besideOthersNone: 'Others are shown only once at least ten other organisations have agreed to be compared, and your own as well.', own: 'Own', lowerQuarter: 'A quarter is below', middle: 'Median', upperQuarter: 'A quarter is above',
    tag: 'en', indicators: 'Indicators', indicatorsIntro: 'Figures that rest on enough cases, with the 95% confidence interval in brackets. The figures are of the same time. They do not prove a cause. A figure leads to its meaning.', wholeOrganisation: 'The whole organisation',
    download: 'Download the table (CSV)', catalogue: 'What the figures mean', indicator: 'Indicator', figure: 'Figure', formula: 'Formula', threshold: 'Shown from {n} cases on.', nothingToShow: 'There are no figures to show for this year: too few cases, or none.', unit_days: 'days', unit_hours: 'hours',
    tag: 'en', language: 'Language', skip: 'Skip to content', login: 'Log in', logout: 'Log out',
    welcome: 'Rinnalla is a tool with which an organisation develops its services together with clients and peer experts.',
    menu: 'Main menu', activities: 'Activities', meetings: 'Meetings', heard: 'Being heard', loading: 'Loading…', more: 'Show more',
    unit: 'Unit', activity: 'Activity', started: 'Started', none: 'There is nothing here yet.',
    day: 'Day', kind: 'Kind of meeting', channel: 'Way of meeting', pair: 'Peer expert', state: 'State', held: 'Held',
    pairNo: 'not asked', pairWanted: 'asked for', pairAssigned: 'comes along', minutes: 'min', close: 'Record as held', closeHeading: 'Record the meeting as held',
    heldOn: 'Held on', actualMinutes: 'Length in minutes', startedBy: 'On whose initiative', roles: 'Who were present', closing: 'Closing question: how did the client experience the meeting?',
    closing_spoken: 'Asked and talked through together', closing_private: 'Asked, the client answers alone', closing_declined: 'Asked, the client did not wish to answer', 'closing_not-asked': 'Not asked',
    save: 'Save', cancel: 'Cancel', saved: 'The meeting is recorded as held.',
    linkHeading: 'Answer link for the client', linkText: 'Show the code to the client or give the link. It works once. It can’t be tied to the meeting, and it is not shown again.', linkLost: 'The link could not be fetched. The meeting is recorded all the same.', copy: 'Copy the link', copied: 'The link is copied.', qr: 'QR code that opens the answer link', done: 'Done',
    plan: 'Plan a meeting', planHeading: 'New meeting', plannedOn: 'Day', plannedMinutes: 'Time set aside in minutes', peerExpertWanted: 'A peer expert is asked to work in a pair', plannedSaved: 'The meeting is planned.',
    year: 'Year', by: 'Period', by_week: 'week', by_month: 'month', by_quarter: 'quarter', weekShort: 'wk', quarterShort: 'Q',
    heardIntro: 'Share of those who agreed with “I was heard” (4 or 5 of five). In brackets the 95% confidence interval. The figures are of the same time. They do not prove a cause.',
    period: 'Period', allAnswers: 'All', withPair: 'With a peer expert', withoutPair: 'Without a peer expert', meetingsHeld: 'Meetings held', asked: 'Question asked',
    under: 'under {n}', tooFew: 'too few answers (under {n})', atLeast: 'at least {n}', answers: '{n} answers', mean: 'mean {n}', growing: 'still growing', chart: 'The picture shows the same shares as the table.',
    role_client: 'client', 'role_peer-expert': 'peer expert', role_professional: 'professional', role_manager: 'manager', role_coordinator: 'coordinator', role_analyst: 'analyst', role_operator: 'operator',
    state_planned: 'planned', state_moved: 'moved', state_cancelled: 'cancelled', 'state_client-not-reached': 'client not reached',
    'kind_doing-together': 'doing together', kind_outreach: 'outreach', kind_group: 'group',
    'kind_training-day': 'training day', notAskedReason: 'Why it was not asked', 'reason_no-client-present': 'no client was present', 'reason_client-left': 'the client left',
    'reason_no-time': 'there was no time', 'reason_did-not-suit': 'it did not suit the situation', reason_forgotten: 'it was forgotten', spokenLegend: 'What the client said',
    spokenHeard: 'I was heard, 1–5', spokenTime: 'There was enough time, 1–5', spokenElse: 'What else the client would have wished or liked to know', notWritten: 'not written down',
    statementLegend: 'The client’s view', statement: 'In the client’s own words', statementNotWished: 'The client chose not to give a view', 'warning_no-client-takes-part': 'Note: no client takes part in this meeting. Nothing without clients.',
    'warning_place-not-preferred': 'Note: the place is not one that the client prefers.', 'warning_escort-not-arranged': 'Note: no escort is arranged.',
    'kind_one-to-one': 'one-to-one meeting', kind_family: 'family meeting', kind_network: 'network meeting', 'kind_co-development': 'co-development session', kind_circulating: 'circulating meeting', 'kind_discussion-cafe': 'discussion café',
    'channel_face-to-face': 'face to face', channel_phone: 'phone', channel_video: 'video',
  },
};

/** By language; a feature with much to say keeps its texts in a file of its own. */
export const texts = Object.fromEntries(Object.entries(pageTexts).map(([tag, own]) => [tag, { ...own, ...feedbackTexts[tag], ...problemTexts[tag] }]));

export const languages = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

/** Chosen before, else what the browser prefers, else Finnish. */
export function startLanguage() {
  const preferred = [localStorage.getItem('language'), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return preferred.find((tag) => tag in texts) ?? 'fi';
}

export const filled = (text, n) => text.replace('{n}', n);
