import type { Language } from '@tapaamo/contracts';
import { escapeHtml, page, type Page } from './layout.js';
import { TEXTS } from './texts.js';

/** The page that shows where a browser would go back to, for opening it in another. */
export function elsewherePage(language: Language, address: string): Page {
  const { elsewhereHeading, elsewhereHint, address: label } = TEXTS[language];
  const content = `<div class="card">
<h1>${elsewhereHeading}</h1>
<p>${elsewhereHint}</p>
<p><label for="return-address"><strong>${label}</strong></label></p>
<textarea class="copy" id="return-address" readonly autofocus>${escapeHtml(address)}</textarea>
</div>`;
  return page(language, content, []);
}
