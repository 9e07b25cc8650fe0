import type { Language } from '@tapaamo/contracts';
import { LEVELS } from '../protocol.js';
import { OTHER_PERSON, TEST_PERSONS, type TestPerson } from '../test-persons.js';
import { languageLinks } from './language-links.js';
import { escapeHtml, page, type Page } from './layout.js';
import { TEXTS, type Texts } from './texts.js';

/** What the login page shows. */
export interface LoginView {
  language: Language;
  /** Address of this sign-in, `/interaction/<uid>`. */
  path: string;
  /** `ftn_spname` of the request. */
  serviceName: string;
  /** Origin the person goes back to. */
  returnOrigin: string;
  /** What was sent and refused because a name was missing; undefined on the first view. */
  refused?: { givenNames: string; familyName: string; level: string };
}

/** The page on which a tester chooses who they are. One form, works without scripts. */
export function loginPage(view: LoginView): Page {
  const texts = TEXTS[view.language];
  const isOther = view.refused !== undefined;
  const persons = TEST_PERSONS.map((person, index) =>
    choice('person', person.id, {
      label: `${person.givenNames} ${person.familyName}`,
      hint: hintOf(person, texts),
      isChecked: !isOther && index === 0,
    }),
  );
  const other = choice('person', OTHER_PERSON, {
    label: texts.other,
    hint: texts.otherHint,
    isChecked: isOther,
  });
  const content = `<form class="card" method="post" action="${view.path}?lang=${view.language}">
<h1><small>${texts.service}</small> ${escapeHtml(view.serviceName)}</h1>
<fieldset>
<legend>${texts.person}</legend>
${persons.join('\n')}
${other}
${typedFields(view, texts)}
</fieldset>
<fieldset>
<legend>${texts.level}</legend>
${levels(view, texts)}
</fieldset>
<div class="actions">
<button type="submit" name="act" value="identify">${texts.identify}</button>
<button type="submit" name="act" value="cancel" class="quiet">${texts.cancel}</button>
</div>
</form>
${languageLinks(view.language, view.path)}`;
  return page(view.language, content, [view.returnOrigin]);
}

function hintOf({ hetu }: TestPerson, texts: Texts): string {
  return hetu ?? texts.eidas;
}

function typedFields({ refused }: LoginView, texts: Texts): string {
  const names = ['givenNames', 'familyName'] as const;
  const missing = names.find((name) => refused?.[name] === '');
  const fields = names.map((name) => {
    const problem = refused?.[name] === '' ? ' aria-invalid="true" aria-describedby="problem"' : '';
    const focus = name === missing ? ' autofocus' : '';
    const value = escapeHtml(refused?.[name] ?? '');
    return `<label>${texts[name]}<input type="text" name="${name}" value="${value}" maxlength="100" autocomplete="off"${problem}${focus}></label>`;
  });
  const message = `<p class="problem" id="problem" role="alert">${texts.nameMissing}</p>`;
  return `<div class="typed">${fields.join('')}</div>${refused === undefined ? '' : message}`;
}

function levels({ refused }: LoginView, texts: Texts): string {
  const chosen = refused?.level ?? LEVELS.substantial;
  return (['substantial', 'high'] as const)
    .map((name) =>
      choice('level', LEVELS[name], { label: texts[name], isChecked: LEVELS[name] === chosen }),
    )
    .join('\n');
}

function choice(
  name: 'person' | 'level',
  value: string,
  shown: { label: string; hint?: string; isChecked: boolean },
): string {
  const hint = shown.hint === undefined ? '' : ` <small>${escapeHtml(shown.hint)}</small>`;
  const id = name === 'person' ? ` id="person-${value}"` : '';
  return `<label class="choice"><input type="radio" name="${name}" value="${value}"${id}${
    shown.isChecked ? ' checked' : ''
  }><span>${escapeHtml(shown.label)}${hint}</span></label>`;
}
