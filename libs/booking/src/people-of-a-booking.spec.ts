import type { AppError } from '@tapaamo/common';
import {
  ContactRequiredError,
  EmailInvalidError,
  HetuArtificialError,
  HetuInvalidError,
  IdentityCodeError,
  NameInvalidError,
  PhoneInvalidError,
  GuardianRequiredError,
} from './booking.errors.js';
import { peopleOfABooking } from './people-of-a-booking.js';

type TypedPeople = Parameters<typeof peopleOfABooking>[0];
const RULES = { today: '2027-02-10', isArtificialAllowed: false };
const peopleOf = (typed: TypedPeople) => peopleOfABooking(typed, RULES);
const clientContact = (typed: TypedPeople) => peopleOf(typed).client;

const PHONE = '040 123 4567';
const named = (clientName: string) => clientContact({ clientName, clientPhone: PHONE });
const phoned = (clientPhone: string) => clientContact({ clientName: 'Aino Virtanen', clientPhone });
const mailed = (clientEmail: string) => clientContact({ clientName: 'Aino Virtanen', clientEmail });

describe('a client’s name', () => {
  it.each([
    'Aino Virtanen',
    'Åsa Öberg-Mäkelä',
    'Máret Ánne Sárá',
    'Niillas Ǥuhttor Ŋiŋáš',
    'Đorđe Žižić',
    'Sinéad O’Connor',
    "Gabriele D'Annunzio",
    'Kaʻiulani Kalākaua',
    'Gerard ’t Hooft',
    'Martin Luther King Jr.',
    'José Núñez y Álvarez',
    'Nguyễn Thị Ánh',
    'Željko Đukić',
    'Анна Иванова',
    'Ψυχή Παπαδοπούλου',
    'محمد الأحمد',
    'فاطمة الزهراء',
    'שרה כהן',
    'अनिता शर्मा',
    '山田 花子',
    '김민수',
    'Yi',
  ])('may be %s', (name) => {
    expect(named(name).name).toBe(name);
  });

  it.each([
    ['spaces around and within', '  Aino   Virtanen ', 'Aino Virtanen'],
    ['a line break or a tab', 'Aino\n\tVirtanen', 'Aino Virtanen'],
    ['a space that does not break', 'Aino\u00a0Virtanen', 'Aino Virtanen'],
    ['letters in two parts', 'A\u030asa O\u0308berg', 'Åsa Öberg'],
    ['a hyphen that does not break', 'Anna\u2011Liisa Laine', 'Anna-Liisa Laine'],
    ['a dash for a hyphen', 'Anna\u2013Liisa Laine', 'Anna-Liisa Laine'],
  ])('is brought into one form: %s', (_, typed, kept) => {
    expect(named(typed).name).toBe(kept);
  });

  it.each([
    ['a digit', 'Aino 2'],
    ['Arabic digits', 'محمد ١٢٣'],
    ['a phone number', '040 123 4567'],
    ['an e-mail address', 'aino@example.fi'],
    ['NUL', 'Aino\u0000Virtanen'],
    ['an escape sequence', 'Aino\u001b[31mVirtanen'],
    ['a right-to-left mark', 'Aino\u200fVirtanen'],
    ['a right-to-left override', 'Aino \u202eVirtanen'],
    ['a zero-width space', 'Aino\u200bVirtanen'],
    ['half a surrogate pair', 'Aino \ud800'],
    ['markup', '<b>Aino</b>'],
    ['a note', 'Aino (äiti), soita ensin'],
    ['an emoji', 'Aino 😀'],
    ['only marks', '-.-'],
    ['nothing', '   '],
  ])('is not %s', (_, name) => {
    expect(() => named(name)).toThrow(NameInvalidError);
  });

  it('is read in time that grows with its length only', () => {
    const begun = performance.now();
    expect(() => named(`${'a-'.repeat(50_000)}1`)).toThrow(NameInvalidError);
    // Reading it again from every letter would take minutes; a busy machine takes a second.
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

describe('a client’s phone number', () => {
  it.each([
    ['040 123 4567', '+358401234567'],
    ['040-1234567', '+358401234567'],
    ['(040) 123 4567', '+358401234567'],
    ['+358 40 123 4567', '+358401234567'],
    ['00358401234567', '+358401234567'],
    ['+358 (0)40 123 4567', '+358401234567'],
    ['050 123 4567', '+358501234567'],
    ['0457 123 4567', '+3584571234567'],
    ['09 3101 691', '+35893101691'],
    ['+46 70 174 06 05', '+46701740605'],
    ['+372 5123 4567', '+37251234567'],
    ['+44 7400 123456', '+447400123456'],
    ['+1 212 555 2368', '+12125552368'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(phoned(typed).phone).toBe(kept);
  });

  it.each([
    ['an emergency number', '112'],
    ['too short', '040 12'],
    ['too long', '040 123 4567 890 123'],
    ['a premium number', '0600 123 456'],
    ['a foreign premium number', '+46 900 123 4567'],
    ['a free number', '0800 123 456'],
    ['a number of a service', '0700 12345'],
    ['a foreign number without country code', '070-174 06 05 00'],
    ['letters', 'soita äidille'],
    ['a number with a note', '040 123 4567 (äiti)'],
    ['two numbers', '040 123 4567 tai 050 123 4567'],
    ['an extension', '040 123 4567 ext. 12'],
    ['markup', '<040 123 4567>'],
    ['NUL', '040 123\u00004567'],
    ['nothing', ''],
  ])('is not %s', (_, typed) => {
    expect(() => phoned(typed)).toThrow(PhoneInvalidError);
  });
});

describe('a client’s e-mail address', () => {
  it.each([
    'aino@example.fi',
    'Aino.Virtanen+vastaanotto@example.fi',
    "o'connor@mail.example.ie",
    'a@b.example',
  ])('may be %s', (email) => {
    expect(mailed(email).email).toBe(email);
  });

  it.each([
    ['without a domain', 'aino@'],
    ['without a top-level domain', 'aino@localhost'],
    ['with a space', 'aino virtanen@example.fi'],
    ['with a line of its own', 'aino@example.fi\r\nBcc: muu@example.fi'],
    ['with a second receiver', 'aino@example.fi,muu@example.fi'],
    ['with a name before it', 'Aino <aino@example.fi>'],
    ['with NUL', 'aino\u0000@example.fi'],
    ['with two at-signs', 'aino@@example.fi'],
    ['empty', ''],
  ])('is not one %s', (_, typed) => {
    expect(() => mailed(typed)).toThrow(EmailInvalidError);
  });
});

describe('an identity code', () => {
  it.each([
    { clientName: 'Aino Virtanen 131052-308T' },
    { clientName: 'Aino', clientPhone: '131052-308T' },
    { clientName: 'Aino', clientEmail: '131052-308t@example.fi' },
  ])('is refused by its name: %j', (typed) => {
    expect(() => clientContact(typed)).toThrow(IdentityCodeError);
  });
});

describe('a client’s identity code in its own field', () => {
  const coded = (clientHetu: string, isArtificialAllowed = false) =>
    peopleOfABooking(
      { clientName: 'Aino Virtanen', clientPhone: PHONE, clientHetu },
      { ...RULES, isArtificialAllowed },
    ).client.hetu;
  const REAL = '131052-308T';

  it.each([
    ['spaces around', ` ${REAL}\t`],
    ['small letters', REAL.toLowerCase()],
    ['a dash for the sign', '131052–308T'],
    ['a minus for the sign', '131052\u2212308T'],
    ['a dash of double width', '131052\uFF0D308T'],
  ])('is brought into one form: %s', (_, typed) => {
    expect(coded(typed)).toBe(REAL);
  });

  it.each([
    ['with a space inside', '131052 -308T'],
    ['with a wrong check character', '131052-308U'],
    ['of no calendar day', '300290-9006'],
    ['of a day ahead', '110227A002R'],
    ['with another sign of the century', '131052/308T'],
    ['and more', `${REAL} Aino`],
    ['of digits that are not ours', '١٣١٠٥٢-٣٠٨T'],
    ['of nothing', ' '],
  ])('is refused %s', (_, typed) => {
    expect(() => coded(typed)).toThrow(HetuInvalidError);
  });

  it('may be of today', () => {
    expect(coded('100227A0023')).toBe('100227A0023');
  });

  it('is nobody’s where it is artificial', () => {
    expect(() => coded('210281-9988')).toThrow(HetuArtificialError);
    expect(coded('210281-9988', true)).toBe('210281-9988');
  });

  it('tells its field and nothing of itself', () => {
    try {
      coded('131052-308U');
    } catch (error) {
      expect((error as AppError).options.fields).toEqual([
        { field: 'clientHetu', code: 'field.hetu-invalid' },
      ]);
      expect(JSON.stringify(error) + String(error)).not.toContain('131052');
    }
    expect.hasAssertions();
  });
});

describe('a client’s contact', () => {
  it('needs a phone number or an e-mail address', () => {
    expect(() => clientContact({ clientName: 'Aino Virtanen' })).toThrow(ContactRequiredError);
  });

  it('may have both', () => {
    expect(
      clientContact({ clientName: 'Aino', clientPhone: PHONE, clientEmail: 'a@example.fi' }),
    ).toEqual({
      name: 'Aino',
      phone: '+358401234567',
      email: 'a@example.fi',
      language: null,
      hetu: null,
    });
  });
});

describe('who is asked besides the client', () => {
  const client = { clientName: 'Aino Virtanen', clientPhone: PHONE };
  const guardian = { role: 'guardian', name: 'Liisa Virtanen' } as const;
  const refused = (typed: TypedPeople) => {
    try {
      peopleOf(typed);
    } catch (error) {
      return (error as AppError).options.fields?.map(({ field }) => field);
    }
    return undefined;
  };

  it('may have no contact data, and is brought into one form', () => {
    const { companions } = peopleOf({
      ...client,
      participants: [
        { role: 'interpreter', name: 'Omar  Ali', phone: PHONE, interpreterLanguage: 'so' },
        { role: 'support-person', name: 'Tiina Laine', language: 'sv' },
      ],
    });
    expect(companions).toEqual([
      {
        role: 'interpreter',
        name: 'Omar Ali',
        phone: '+358401234567',
        email: null,
        language: null,
        hetu: null,
        interpreterLanguage: 'so',
      },
      {
        role: 'support-person',
        name: 'Tiina Laine',
        phone: null,
        email: null,
        language: 'sv',
        hetu: null,
        interpreterLanguage: null,
      },
    ]);
  });

  it.each([
    ['name', { name: 'Aino 2' }],
    ['name', { name: 'Aino 131052-308T' }],
    ['phone', { phone: '0600 12345' }],
    ['email', { email: 'aino@' }],
    ['hetu', { hetu: '131052-308U' }],
  ])('is refused by the name of their %s', (field, wrong) => {
    const participants = [guardian, { ...guardian, ...wrong }];
    expect(refused({ ...client, participants })).toEqual([`participants.1.${field}`]);
  });

  it('is a guardian at least for a minor', () => {
    expect(() => peopleOf({ ...client, clientIsMinor: true })).toThrow(GuardianRequiredError);
  });

  it('makes the contact data of a child needless once a guardian can be reached', () => {
    const child = { clientName: 'Onni Virtanen', clientIsMinor: true };
    expect(refused({ ...child, participants: [guardian] })).toEqual(['participants.0.phone']);
    const participants = [guardian, { ...guardian, email: 'liisa@example.fi' }];
    expect(peopleOf({ ...child, participants }).client).toMatchObject({
      phone: null,
      email: null,
    });
  });

  it('does not stand for a grown-up client', () => {
    const participants = [{ ...guardian, phone: PHONE }];
    expect(refused({ clientName: 'Aino Virtanen', participants })).toEqual(['clientPhone']);
  });
});
