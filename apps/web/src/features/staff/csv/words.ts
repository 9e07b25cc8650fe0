import type { StaffRole } from '@tapaamo/contracts';

/** What a column of a list can hold. */
export type Column = 'name' | 'givenName' | 'familyName' | 'email' | 'roles';

/** What columns are called in Finnish, Swedish and English, as `bare` leaves it. */
const COLUMN_WORDS: Readonly<Record<Column, string>> = {
  name: 'nimi kokonimi työntekijä namn fullständigtnamn medarbetare name fullname employee displayname',
  givenName: 'etunimi etunimet kutsumanimi förnamn tilltalsnamn firstname givenname givennames',
  familyName: 'sukunimi efternamn lastname familyname surname',
  email: 'sähköposti sähköpostiosoite epost epostadress email emailaddress mail',
  roles: 'rooli roolit roll roller role roles',
};

/** What roles are called, likewise; the words of the pages are among them. */
const ROLE_WORDS: Readonly<Record<StaffRole, string>> = {
  professional: 'ammattilainen työntekijä yrkesperson medarbetare professional employee',
  'team-lead': 'lähiesihenkilö esihenkilö tiiminvetäjä närchef teamledare teamlead teamleader',
  admin: 'pääkäyttäjä huvudanvändare admin administrator',
  'data-protection-officer':
    'tietosuojavastaava dataskyddsombud dataprotectionofficer dpo tietosuoja dataskydd',
};

const COLUMNS = byWord(COLUMN_WORDS);
const ROLES = byWord(ROLE_WORDS);

/** What a column holds, by what it is called. */
export function columnOf(header: string): Column | undefined {
  return COLUMNS.get(bare(header));
}

/** The role that is called so. */
export function roleOf(word: string): StaffRole | undefined {
  return ROLES.get(bare(word));
}

/** Letters alone, small: "E-mail address" and "email_address" are one word. */
function bare(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}

function byWord<Meaning extends string>(
  words: Readonly<Record<Meaning, string>>,
): ReadonlyMap<string, Meaning> {
  const meanings = Object.keys(words) as Meaning[];
  return new Map(
    meanings.flatMap((meaning) => words[meaning].split(' ').map((word) => [word, meaning])),
  );
}
