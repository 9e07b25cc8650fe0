/** Why a person is there: what an organisation's rules make of them. */
export type StaffCase =
  'known' | 'in-group' | 'without-group' | 'unchecked' | 'elsewhere' | 'one-step';

/** A member of staff that a tester can be. None of them exists. */
export interface StaffPerson {
  /** Value of the choice in the form, and `sub`. */
  id: string;
  name: string;
  email: string;
  isChecked: boolean;
  groups: readonly string[];
  /** How they proved who they are, as `amr` tells. */
  methods: readonly string[];
  case: StaffCase;
}

const GROUP = 'tapaamo';

/** One person at least for each rule that an organisation may have. */
export const STAFF_PERSONS: readonly StaffPerson[] = [
  person('sanna-salonen', 'Sanna Salonen', 'known', { email: 'ammattilainen@mallila.example' }),
  person('petri-lindholm', 'Petri Lindholm', 'known', { email: 'yllapito@mallila.example' }),
  person('ulla-uusi', 'Ulla Uusi', 'in-group'),
  person('raimo-ryhmaton', 'Raimo Ryhmätön', 'without-group', { groups: [] }),
  person('veera-varmistamaton', 'Veera Varmistamaton', 'unchecked', { isChecked: false }),
  person('oskari-outo', 'Oskari Outo', 'elsewhere', { email: 'oskari.outo@muualla.example' }),
  person('eino-ensinen', 'Eino Ensinen', 'one-step', { methods: ['pwd'] }),
];

/** What the ID token tells of a person. */
export function staffClaimsOf({ id, name, email, isChecked, groups }: StaffPerson): {
  sub: string;
  [claim: string]: unknown;
} {
  return {
    sub: id,
    name,
    email,
    email_verified: isChecked,
    preferred_username: email,
    groups,
  };
}

function person(
  id: string,
  name: string,
  why: StaffCase,
  changes: Partial<StaffPerson> = {},
): StaffPerson {
  const email = `${id.replace('-', '.')}@mallila.example`;
  const usual = { email, isChecked: true, groups: [GROUP], methods: ['pwd', 'mfa'] };
  return { id, name, case: why, ...usual, ...changes };
}
