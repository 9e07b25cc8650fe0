import { randomInt } from 'node:crypto';

/** Where a person is found on the login page. */
export type PersonGroup = 'usual' | 'suomifi' | 'banks' | 'signs' | 'names' | 'eidas' | 'odd';

/** What is worth knowing of a person before one chooses them. */
export type PersonNote =
  | 'wrong-check'
  | 'dead'
  | 'abroad'
  | 'non-disclosure'
  | 'display-name-only'
  | 'other-birth-date'
  | 'no-birth-date'
  | 'sign-only'
  | 'guardian'
  | 'child';

/** A person that a tester can be. None of them exists: see `test-persons.spec.ts` for why each code is nobody's. */
export interface TestPerson {
  /** Value of the choice in the login form. */
  id: string;
  group: PersonGroup;
  givenNames: string;
  familyName: string;
  /** Henkilötunnus; null for a person identified through eIDAS. */
  hetu: string | null;
  /** As YYYY-MM-DD; null when the provider does not tell it. */
  birthDate: string | null;
  note?: PersonNote;
}

/** Choice in the login form for a person whose name the tester types. */
export const OTHER_PERSON = 'other';

/** Birth date that is read from no identity code. */
const OTHER_BIRTH_DATE = '1984-06-15';

/** Choice, given names, family name, identity code, and what is worth knowing. */
type PersonRow = readonly [string, string, string, string | null, PersonNote?];

const ROWS: Readonly<Record<PersonGroup, readonly PersonRow[]>> = {
  usual: [
    ['nordea-demo', 'Nordea', 'Demo', '210281-9988'],
    ['aino-virtanen', 'Aino Olivia', 'Virtanen', '291292-918R', 'guardian'],
    ['matti-meikalainen', 'Matti Juhani', 'Meikäläinen', '131052-9085'],
    ['onni-korhonen', 'Onni Juhani', 'Korhonen', '010200A9618'],
    ['helmi-nieminen', 'Helmi Aurora', 'Nieminen', '170677-924F', 'guardian'],
    ['jan-novak', 'Jan', 'Novák', null],
  ],
  suomifi: [
    ['tessa-testila', 'Tessa', 'Testilä', '010280-952L'],
    ['joni-kivi', 'Joni Kristian', 'Kivi', '010469-999W'],
    ['anna-liisa-sallinen', 'Anna-Liisa Milka', 'Sallinen', '010675-9981'],
    ['kukka-maaria', 'Kukka-Maaria Helena', 'Haapakoski-Henriksson', '261298-998X'],
    ['minerva-marttila', 'Minerva', 'Marttila', '040265-9985', 'abroad'],
    ['ilmari-huhtiistinen', 'Ilmari', 'Huhtiistinen', '260991-999R', 'non-disclosure'],
    ['johan-gronholm', 'Johan', 'Grönholm', '020365-999P', 'dead'],
  ],
  banks: [
    ['eino-makinen', 'Eino Ilmari', 'Mäkinen', '030883-925M'],
    ['vaino-tunnistus', 'Väinö', 'Tunnistus', '070770-905D'],
    ['tero-ayramo', 'Tero Testi', 'Äyrämö', '010170-999R'],
    ['teemu-antero-testaaja', 'Teemu Antero', 'Testaaja', '280453-111A', 'wrong-check'],
    ['teemu-testaaja', 'Teemu', 'Testaaja', '010100A001N', 'wrong-check'],
  ],
  signs: [
    ['sign-1900-y', 'Ypsi', 'Merkki', '010594Y9032'],
    ['sign-1900-x', 'Äksä', 'Merkki', '020594X903P'],
    ['sign-1900-w', 'Vilho', 'Merkki', '030594W903B'],
    ['sign-1900-v', 'Veera', 'Merkki', '040594V9030'],
    ['sign-1900-u', 'Ulla', 'Merkki', '050594U903M'],
    ['venla-nieminen', 'Venla Aurora', 'Nieminen', '010516B903X', 'child'],
    ['eeli-nieminen', 'Eeli Oskari', 'Nieminen', '020516C903K', 'child'],
    ['eevi-virtanen', 'Eevi Olivia', 'Virtanen', '030516D9037', 'child'],
    ['sign-2000-e', 'Eemil', 'Merkki', '010501E9032'],
    ['sign-2000-f', 'Fanni', 'Merkki', '020503F9037'],
    ['sign-2000-a', 'Aamu', 'Merkki', '020504A902E'],
    ['twin-dash', 'Kaisu', 'Saarni', '010190-999W', 'sign-only'],
    ['twin-y', 'Kaino', 'Saarni', '010190Y999W', 'sign-only'],
  ],
  names: [
    ['asa-ostrom', 'Åsa Birgitta', 'Öström', '240767-930D'],
    ['carl-von-essen', 'Carl Gustaf', 'von Essen', '150390-915U'],
    ['eva-af-bjorksten', 'Eva Karin', 'af Björksten', '110388-9019'],
    ['ande-sara', 'Ánde Mihkkal', 'Sárá', '240579-917F'],
    ['ruta-ngilla', 'Ruŧá Čáješ', 'Ŋilla-Đuommá', '051161-926P'],
    ['ville-veikko', 'Ville-Veikko Olavi', 'Mäki-Kuusela', '190294-9337'],
    ['sean-oconnor', 'Seán', 'O’Connor', '280701A9409'],
    ['nguyen', 'Thị Minh Khai', 'Nguyễn', '300985-9517'],
    ['joukahainen', 'Tuomas Kullervo', 'Joukahaisenvuorenperä-Ylähirvenniemi', '170366-962E'],
  ],
  eidas: [
    ['maria-garcia', 'María José', 'García Fernández', null],
    ['sofie-kjaer', 'Sofie', 'Kjær Sørensen', null, 'no-birth-date'],
    ['grigorios', 'Γρηγόριος', 'Παπαδόπουλος', null],
  ],
  odd: [
    ['name-in-one', 'Lumi Talvikki', 'Pakkala', '080892-974S', 'display-name-only'],
    ['two-birthdays', 'Toivo', 'Kaksonen', '210199-983L', 'other-birth-date'],
    ['no-birth-date', 'Armas', 'Vuodeton', '140473-9059', 'no-birth-date'],
  ],
};

/**
 * Published test identities of suomi.fi, of Finnish banks and of the population register's new century signs, and
 * invented ones for names that are hard to compare. The first is the one that suomi.fi's own test service offers.
 */
export const TEST_PERSONS: readonly TestPerson[] = Object.entries(ROWS).flatMap(([group, rows]) =>
  rows.map((row) => personOf(group as PersonGroup, row)),
);

/** Remainder of the check sum to check character (DVV). */
export const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** The person a tester typed, with an artificial identity code made up for this one time. */
export function typedPerson(givenNames: string, familyName: string): TestPerson {
  const birth = `${pad(randomInt(1, 29))}${pad(randomInt(1, 13))}${pad(randomInt(40, 100))}`;
  const individual = String(randomInt(900, 1000));
  const check = CHECK_CHARACTERS[Number(birth + individual) % CHECK_CHARACTERS.length] ?? '';
  return personOf('usual', [
    OTHER_PERSON,
    givenNames,
    familyName,
    `${birth}-${individual}${check}`,
  ]);
}

function birthDateOf(hetu: string): string {
  const century = hetu[6] === '+' ? '18' : '-YXWVU'.includes(hetu[6] ?? '') ? '19' : '20';
  return `${century}${hetu.slice(4, 6)}-${hetu.slice(2, 4)}-${hetu.slice(0, 2)}`;
}

function personOf(group: PersonGroup, row: PersonRow): TestPerson {
  const [id, givenNames, familyName, hetu, note] = row;
  const person = { id, group, givenNames, familyName, hetu, birthDate: birthDateFor(hetu, note) };
  return note === undefined ? person : { ...person, note };
}

function birthDateFor(hetu: string | null, note: PersonNote | undefined): string | null {
  switch (note) {
    case 'no-birth-date':
      return null;
    case 'other-birth-date':
      return OTHER_BIRTH_DATE;
    default:
      return hetu === null ? OTHER_BIRTH_DATE : birthDateOf(hetu);
  }
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
