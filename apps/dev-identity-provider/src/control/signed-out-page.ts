import type { Language } from '@tapaamo/contracts';
import { escapeHtml, page, type Page } from '../pages/layout.js';
import { CONTROL_PATH } from './control-page.js';
import { CONTROL_TEXTS } from './control-texts.js';

/** The page with the hidden frame by which the relying party learns that somebody signed out elsewhere. */
export function signedOutPage(language: Language, address: URL): Page {
  const { signedOutElsewhere, signOutHint, back } = CONTROL_TEXTS[language];
  const content = `<div class="card">
<h1>${signedOutElsewhere}</h1>
<p>${signOutHint}</p>
<p><code>${escapeHtml(address.href)}</code></p>
<p><a href="${CONTROL_PATH}?lang=${language}#sign-out">${back}</a></p>
<iframe hidden title="${signedOutElsewhere}" src="${escapeHtml(address.href)}"></iframe>
</div>`;
  return page(language, content, [], [address.origin]);
}
