import { LANGUAGES } from '@tapaamo/contracts';
import { en } from '../i18n/en.js';
import { fi } from '../i18n/fi.js';
import { sv } from '../i18n/sv.js';
import { professional } from './professional.js';

const TEXTS = { fi, sv, en };

describe.each(LANGUAGES)('the guide for professionals (%s)', (language) => {
  const guide = JSON.stringify(professional[language]);

  it.each([
    'verdict_same-person',
    'verdict_same-code',
    'verdict_different-name',
    'verdict_different-code',
    'verdict_different-birth-date',
    'verdict_same-name',
    'verdictNone',
  ] as const)('names %s in the words of the page', (key) => {
    expect(guide).toContain(TEXTS[language].visit[key]);
  });

  it.each(['waitAllow', 'identificationUnlock'] as const)('names the button %s', (key) => {
    expect(guide).toContain(TEXTS[language].people[key]);
  });
});
