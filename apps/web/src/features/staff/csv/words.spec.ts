import { LANGUAGES, staffRoleSchema } from '@tapaamo/contracts';
import { en } from '../../../i18n/en.js';
import { fi } from '../../../i18n/fi.js';
import { sv } from '../../../i18n/sv.js';
import { columnOf, roleOf } from './words.js';

const TEXTS = { fi, sv, en };

describe.each(LANGUAGES)('the words of the pages (%s)', (language) => {
  const { staff } = TEXTS[language];

  it.each(staffRoleSchema.options)('name the role %s in a list', (role) => {
    expect(roleOf(staff[`role_${role}`])).toBe(role);
  });

  it('head the template', () => {
    expect(staff.templateHeader.split(';').map(columnOf)).toEqual(['name', 'email', 'roles']);
  });

  it('name columns and roles in the example', () => {
    const roles = staff.templateExample.split(';')[2]?.split('/') ?? [];
    expect(roles.map(roleOf)).toEqual(['professional', 'team-lead']);
  });
});

describe('a word of a list', () => {
  it.each([
    [' E-mail ', 'email'],
    ['SÄHKÖPOSTI', 'email'],
    ['sa\u0308hko\u0308posti', 'email'],
    ['email_address', 'email'],
    ['Förnamn', 'givenName'],
    ['Sukunimi', 'familyName'],
  ])('%p heads the column %s', (word, column) => {
    expect(columnOf(word)).toBe(column);
  });

  it.each(['operator', 'ylläpito', 'constructor', '__proto__', '', 'superadmin'])(
    '%p is no role and no column',
    (word) => {
      expect([roleOf(word), columnOf(word)]).toEqual([undefined, undefined]);
    },
  );
});
