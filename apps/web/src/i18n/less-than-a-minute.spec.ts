import { createInstance } from 'i18next';
import { en } from './en.js';
import { fi } from './fi.js';
import { sv } from './sv.js';

describe.each([
  ['fi', fi, 'Odottaa, saapui juuri äsken', 'alle minuutti'],
  ['sv', sv, 'Väntar, kom alldeles nyss', 'under en minut'],
  ['en', en, 'Waiting, arrived just now', 'less than a minute'],
])('no whole minute yet, in %s', (language, texts, arrived, age) => {
  const i18n = createInstance();

  beforeAll(async () => {
    await i18n.init({ lng: language, resources: { [language]: { translation: texts } } });
  });

  it('is said without a nought', () => {
    expect(i18n.t('visit.waited', { count: 0 })).toBe(arrived);
    expect(i18n.t('shared.minutes', { count: 0 })).toBe(age);
  });
});
