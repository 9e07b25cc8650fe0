import { en } from './en.js';
import { fi } from './fi.js';
import { sv } from './sv.js';

/** Every text with its path: `door.continue`. */
function texts(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : texts(value as object, `${path}${key}.`),
  );
}

const placesIn = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
/** What a provider calls a claim is the same in every language. */
const PROTOCOL_NAME = 'providerSettings.claim_preferred_username';
const finnish = new Map(texts(fi));

describe.each([
  ['Swedish', sv, ['meeting.camera', 'people.language_fa-AF', PROTOCOL_NAME]],
  ['English', en, [PROTOCOL_NAME]],
])('%s texts', (_, language, alike) => {
  it('have the same places to fill as the Finnish ones', () => {
    const different = texts(language).filter(
      ([key, text]) => placesIn(text).join() !== placesIn(finnish.get(key) ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  it('are not left in Finnish, save for words that are alike', () => {
    const same = texts(language).filter(
      ([key, text]) =>
        text === finnish.get(key) && /[a-zä]{4}/.test(text.replace(/\{\{\w+\}\}/g, '')),
    );
    expect(same.map(([key]) => key)).toEqual(alike);
  });
});
