import { OTHER_PERSON, TEST_PERSONS, type PersonGroup, type TestPerson } from '../test-persons.js';
import { escapeHtml } from './layout.js';
import type { LoginView } from './login-page.js';
import type { Texts } from './texts.js';

const GROUPS: readonly (PersonGroup | 'all')[] = [
  ...new Set(TEST_PERSONS.map(({ group }) => group)),
  'all',
];

/** A form that looks for a person by name or code. */
export function searchForm({ path, language, search }: LoginView, texts: Texts): string {
  return `<form class="search" method="get" action="${path}" role="search">
<label for="search">${texts.search}</label>
<input type="hidden" name="lang" value="${language}">
<input type="search" id="search" name="q" value="${escapeHtml(search)}" maxlength="100" placeholder="${texts.searchHint}" autocomplete="off">
<button type="submit" class="quiet">${texts.show}</button>
</form>`;
}

/** The persons, by groups of which one is shown at a time, or those that were looked for. */
export function personChoices(view: LoginView, texts: Texts): string {
  const isSearch = view.search !== '';
  const shown = TEST_PERSONS.filter((person) => matches(person, view.search));
  const isOther = view.refused !== undefined || shown.length === 0;
  const persons = shown.map((person, index) =>
    choice(person.id, {
      group: isSearch ? '' : person.group,
      label: `${person.givenNames} ${person.familyName}`,
      hint: hintOf(person, texts),
      isChecked: !isOther && index === 0,
    }),
  );
  const other = choice(OTHER_PERSON, {
    group: isSearch ? '' : 'usual',
    label: texts.other,
    hint: texts.otherHint,
    isChecked: isOther,
  });
  return `${isSearch ? searched(view, shown.length, texts) : groupFilter(texts)}
<div role="radiogroup" aria-label="${texts.person}">
${persons.join('\n')}
${other}
</div>
${typedFields(view, texts)}`;
}

function matches({ givenNames, familyName, hetu }: TestPerson, search: string): boolean {
  const text = `${givenNames} ${familyName} ${hetu ?? ''}`.toLocaleLowerCase('fi');
  return search
    .toLocaleLowerCase('fi')
    .split(' ')
    .every((word) => text.includes(word));
}

function searched({ path, language }: LoginView, count: number, texts: Texts): string {
  return `<p>${count === 0 ? `${texts.nobodyFound} ` : ''}<a href="${path}?lang=${language}">${texts.showAll}</a></p>`;
}

/** Shows one group without a script; where the style is not understood, everybody is shown. */
function groupFilter(texts: Texts): string {
  const groups = GROUPS.map(
    (group, index) =>
      `<label><input type="radio" name="group" value="${group}" id="group-${group}"${
        index === 0 ? ' checked' : ''
      }><span>${texts.groups[group]}</span></label>`,
  );
  return `<div class="filter" role="radiogroup" aria-label="${texts.group}">${groups.join('')}</div>`;
}

function hintOf({ hetu, note }: TestPerson, texts: Texts): string {
  return [hetu ?? texts.eidas, note === undefined ? '' : texts.notes[note]]
    .filter((part) => part !== '')
    .join(' · ');
}

function choice(
  value: string,
  shown: { group: string; label: string; hint: string; isChecked: boolean },
): string {
  const groups = shown.group === '' ? '' : ` in-${shown.group} in-all`;
  return `<label class="choice person${groups}"><input type="radio" name="person" value="${value}" id="person-${value}"${
    shown.isChecked ? ' checked' : ''
  }><span>${escapeHtml(shown.label)} <small>${escapeHtml(shown.hint)}</small></span></label>`;
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
