import { languageFromHeader } from '@tapaamo/contracts';
import { escapeHtml, page, type Page } from './layout.js';
import { TEXTS } from './texts.js';

/**
 * The page for a sign-in that cannot go on, such as one that is too old.
 *
 * @param acceptLanguage - Header of the request.
 * @param code - Error code of OAuth, shown to developers.
 */
export function errorPage(acceptLanguage: string | undefined, code: string): Page {
  const language = languageFromHeader(acceptLanguage);
  const { failed, failedHint } = TEXTS[language];
  return page(
    language,
    `<div class="card"><h1>${failed}</h1><p>${failedHint}</p><p><code>${escapeHtml(code)}</code></p></div>`,
    [],
  );
}
