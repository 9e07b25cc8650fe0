import { companionOf, newPerson, personProblems } from './person-values.js';

describe('companionOf', () => {
  it('leaves out what is not written', () => {
    const person = { ...newPerson('guardian'), name: ' Liisa Virtanen ', phone: ' ' };
    expect(companionOf(person)).toEqual({ role: 'guardian', name: 'Liisa Virtanen' });
  });

  it('sends the language of an interpreter only', () => {
    const person = {
      ...newPerson('interpreter'),
      name: 'Omar Ali',
      interpreterLanguage: 'so',
    } as const;
    expect(companionOf(person)).toMatchObject({ interpreterLanguage: 'so' });
    expect(companionOf({ ...person, role: 'colleague' })).not.toHaveProperty('interpreterLanguage');
  });
});

describe('personProblems', () => {
  it('has none for a name alone', () => {
    expect(personProblems({ ...newPerson('support-person'), name: 'Tiina Laine' })).toEqual([]);
  });

  it.each([
    ['name', 'field.missing', { name: '' }],
    ['interpreterLanguage', 'field.missing', { role: 'interpreter' }],
    ['email', 'field.email-invalid', { email: 'a@b' }],
    ['email', 'field.identity-code', { email: '131052-308T' }],
    ['hetu', 'field.hetu-invalid', { hetu: '131052 -308T' }],
    ['name', 'field.identity-code', { name: 'Aino 131052-308T' }],
  ] as const)('names %s: %s', (field, code, written) => {
    const person = { ...newPerson('guardian'), name: 'Tiina Laine', ...written };
    expect(personProblems(person)).toEqual([{ field, code }]);
  });
});
