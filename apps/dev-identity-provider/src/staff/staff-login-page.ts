import type { Language } from '@tapaamo/contracts';
import { escapeHtml, page, type Page } from '../pages/layout.js';
import { languageLinks } from '../pages/language-links.js';
import { TEXTS } from '../pages/texts.js';
import { STAFF_PERSONS } from './staff-persons.js';
import { STAFF_TEXTS } from './staff-texts.js';

/** What the page shows. */
export interface StaffLoginView {
  language: Language;
  /** Address of this sign-in. */
  path: string;
  /** Origin the person goes back to. */
  returnOrigin: string;
}

/** The page on which a tester chooses which member of staff they are. One form, works without scripts. */
export function staffLoginPage({ language, path, returnOrigin }: StaffLoginView): Page {
  const texts = STAFF_TEXTS[language];
  const persons = STAFF_PERSONS.map(
    (person, index) =>
      `<label class="choice"><input type="radio" name="person" value="${person.id}" id="person-${person.id}"${
        index === 0 ? ' checked' : ''
      }><span>${escapeHtml(person.name)} <small>${escapeHtml(
        `${person.email} · ${texts[person.case]}`,
      )}</small></span></label>`,
  );
  const content = `<form class="card" method="post" action="${path}?lang=${language}">
<h1>${texts.heading}</h1>
<fieldset>
<legend>${TEXTS[language].person}</legend>
${persons.join('\n')}
</fieldset>
<div class="actions">
<button type="submit" name="act" value="identify">${texts.signIn}</button>
<button type="submit" name="act" value="cancel" class="quiet">${TEXTS[language].cancel}</button>
</div>
</form>
${languageLinks(language, path)}`;
  return page(language, content, [returnOrigin]);
}
