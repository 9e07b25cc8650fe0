import type { Language } from '@tapaamo/contracts';
import { escapeHtml } from '../pages/layout.js';
import { REQUEST_KINDS, type RequestPart } from '../watch/last-requests.js';
import { actButton, controlForm } from './control-form.js';
import type { Controlled } from './control-page.js';
import { CONTROL_TEXTS, type ControlTexts } from './control-texts.js';

/** How many of those who identified last are shown. */
const SHOWN_SIGN_INS = 5;

/** Who identified lately, and a button by which they sign out elsewhere. */
export function signOutSection(language: Language, { signIns }: Controlled): string {
  const texts = CONTROL_TEXTS[language];
  const rows = signIns
    .latest(SHOWN_SIGN_INS)
    .map(
      ({ person, sessionId }) =>
        `<li><span>${escapeHtml(`${person.givenNames} ${person.familyName}`)}</span> <button type="submit" name="act" value="sign-out:${sessionId}" class="quiet">${texts.signOutElsewhere}</button></li>`,
    );
  return controlForm(
    language,
    'sign-out',
    `<h2>${texts.signOut}</h2>
<p>${texts.signOutHint}</p>
${rows.length === 0 ? `<p>${texts.nobodySignedIn}</p>` : `<ul class="rows">${rows.join('')}</ul>`}`,
  );
}

/** What the relying party asked last, unfolded, and the ID token that it got. */
export function lastSection(language: Language, { last }: Controlled): string {
  const texts = CONTROL_TEXTS[language];
  const seen = REQUEST_KINDS.flatMap((kind) => {
    const parts = last.of(kind);
    return parts === undefined
      ? []
      : `<details><summary>${texts.kinds[kind]}</summary>${parts.map((part) => shownPart(part, texts)).join('')}</details>`;
  });
  return controlForm(
    language,
    'last',
    `<h2>${texts.last}</h2>
<p>${texts.lastHint}</p>
${seen.length === 0 ? `<p>${texts.nothingAsked}</p>` : `${seen.join('\n')}\n${actButton('forget', texts.forget, true)}`}`,
  );
}

function shownPart({ name, header, content }: RequestPart, texts: ControlTexts): string {
  const title = name === '' ? texts.parameters : `<code>${name}</code>`;
  const head = header === undefined ? '' : `<p>${title}: ${texts.header}</p>${shownJson(header)}`;
  return `${head}<p>${title}</p>${shownJson(content)}`;
}

function shownJson(value: unknown): string {
  return `<pre tabindex="0">${escapeHtml(JSON.stringify(value, null, 2))}</pre>`;
}
