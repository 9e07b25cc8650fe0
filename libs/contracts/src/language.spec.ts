import { languageFromHeader } from './language.js';

describe('languageFromHeader', () => {
  it.each([
    ['fi', 'fi'],
    ['sv-FI,sv;q=0.9', 'sv'],
    ['en-GB,en;q=0.9,fi;q=0.8', 'en'],
    ['SV', 'sv'],
    ['  en ', 'en'],
    ['de-DE,de;q=0.9,sv;q=0.5', 'sv'],
    ['se,smn;q=0.9', 'fi'],
    ['fil-PH,en;q=0.5', 'en'],
    ['*', 'fi'],
    ['', 'fi'],
    [',,;q=,', 'fi'],
    [undefined, 'fi'],
  ])('of %j is %s', (header, language) => {
    expect(languageFromHeader(header)).toBe(language);
  });
});
