import { LANGUAGES, type Language } from '@tapaamo/contracts';
import { LANGUAGE_NAMES } from '../pages/language-links.js';
import { escapeHtml } from '../pages/layout.js';
import { actButton, controlForm } from './control-form.js';
import { CONTROL_PATH, type Controlled } from './control-page.js';
import { CONTROL_TEXTS } from './control-texts.js';

/** Most letters of a notice. */
export const NOTICE_MAX = 500;

/** The signing keys and how they are changed. */
export function keySection(language: Language, { keyRing }: Controlled): string {
  const texts = CONTROL_TEXTS[language];
  const keys = keyRing.keys.map(
    ({ jwk, stage }) => `<li><code>${jwk.kid}</code> ${texts.stages[stage]}</li>`,
  );
  const file = (name: string, text: string): string =>
    `<li><a href="${CONTROL_PATH}/${name}" download>${text}</a> <code>${name}</code></li>`;
  return controlForm(
    language,
    'keys',
    `<h2>${texts.keys}</h2>
<p>${texts.keysHint}</p>
<ul>${keys.join('')}</ul>
<div class="actions">
${actButton('replace-key', texts.replaceKey)}
${actButton('publish-key', texts.publishKey, true)}
${actButton('use-key', texts.useKey, true)}
${actButton('withdraw-keys', texts.withdrawKeys, true)}
</div>
<h3>${texts.downloads}</h3>
<ul>
${file('metadata.json', texts.metadataFile)}
${file('keys.json', texts.keysFile)}
${file('entity-keys.json', texts.entityKeysFile)}
</ul>`,
  );
}

/** The notice of an outage, one text a language. */
export function noticeSection(language: Language, { notice }: Controlled): string {
  const texts = CONTROL_TEXTS[language];
  const fields = LANGUAGES.map(
    (each) =>
      `<p><label>${LANGUAGE_NAMES[each]}<textarea name="${each}" lang="${each}" rows="2" maxlength="${String(NOTICE_MAX)}">${escapeHtml(notice.texts[each])}</textarea></label></p>`,
  );
  return controlForm(
    language,
    'notice',
    `<h2>${texts.notice}</h2>
<p>${texts.noticeHint}</p>
${fields.join('\n')}
${actButton('notice', texts.publishNotice)}`,
  );
}
