import type { Language } from '@tapaamo/contracts';
import { METHODS } from '../conduct/dialects.js';
import { ANSWER_NAMES } from '../login-answers.js';
import { LEVELS, type LevelName } from '../protocol.js';
import { languageLinks } from './language-links.js';
import { escapeHtml, page, type Page } from './layout.js';
import { personChoices, searchForm } from './person-choices.js';
import { TEXTS, type Texts } from './texts.js';

/** What the login page shows. */
export interface LoginView {
  language: Language;
  /** Address of this sign-in, `/interaction/<uid>`. */
  path: string;
  /** `ftn_spname` of the request, else the relying party's identifier. */
  serviceName: string;
  /** Origin the person goes back to. */
  returnOrigin: string;
  /** What was looked for among the persons; empty shows them by their groups. */
  search: string;
  /** What was sent and refused because a name was missing; undefined on the first view. */
  refused?: { givenNames: string; familyName: string; level: string };
}

/** Levels that are shown at once; the others are asked for rarely. */
const FIRST_LEVELS: readonly LevelName[] = ['substantial', 'high'];
const MORE_LEVELS = (Object.keys(LEVELS) as LevelName[]).filter(
  (name) => !FIRST_LEVELS.includes(name),
);

/** The page on which a tester chooses who they are. Works without scripts; pressing one button is enough. */
export function loginPage(view: LoginView): Page {
  const texts = TEXTS[view.language];
  const content = `<div class="card">
<h1><small>${texts.service}</small> ${escapeHtml(view.serviceName)}</h1>
${searchForm(view, texts)}
<form method="post" action="${view.path}?lang=${view.language}">
<fieldset>
<legend>${texts.person}</legend>
${personChoices(view, texts)}
</fieldset>
<fieldset>
<legend>${texts.level}</legend>
${levels(FIRST_LEVELS, view, texts)}
</fieldset>
<details>
<summary>${texts.moreLevels}</summary>
${levels(MORE_LEVELS, view, texts)}
<p class="plain"><label>${texts.method}<select name="method"><option value="">${texts.methodByLevel}</option>
${METHODS.map((method) => `<option value="${method}">${texts.methods[method]}</option>`).join('')}</select></label></p>
</details>
<div class="actions sticky">
<button type="submit" name="act" value="identify">${texts.identify}</button>
<button type="submit" name="act" value="cancel" class="quiet">${texts.cancel}</button>
</div>
<details>
<summary>${texts.otherAnswers}</summary>
<p>${texts.otherAnswersHint}</p>
<div class="answers">
<button type="submit" name="act" value="elsewhere" class="quiet">${texts.elsewhere}</button>
${ANSWER_NAMES.map((answer) => `<button type="submit" name="act" value="${answer}" class="quiet">${texts.answers[answer]}</button>`).join('\n')}
</div>
</details>
</form>
</div>
${languageLinks(view.language, view.path)}
<p><a href="/control?lang=${view.language}">${texts.control}</a></p>`;
  return page(view.language, content, [view.returnOrigin]);
}

function levels(names: readonly LevelName[], { refused }: LoginView, texts: Texts): string {
  const chosen = refused?.level ?? LEVELS.substantial;
  return names
    .map(
      (name) =>
        `<label class="choice"><input type="radio" name="level" value="${LEVELS[name]}"${
          LEVELS[name] === chosen ? ' checked' : ''
        }><span>${escapeHtml(texts.levels[name])}</span></label>`,
    )
    .join('\n');
}
