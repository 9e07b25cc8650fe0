import { createHash } from 'node:crypto';
import type { Language } from '@tapaamo/contracts';
import { escapeHtml } from './message-list.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';
import { TEXTS } from './texts.js';

/** Headers of the page. Nothing but itself runs in it, and what it shows is kept by nobody. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': [
    "default-src 'none'",
    `script-src ${hashOf(SCRIPT)}`,
    `style-src ${hashOf(STYLE)}`,
    "connect-src 'self'",
    'img-src data:',
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
};

/**
 * The whole page.
 *
 * @param list - HTML of the messages.
 * @param revision - ETag of the list.
 */
export function page(language: Language, list: string, revision: string): string {
  const texts = TEXTS[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.title}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
<noscript><meta http-equiv="refresh" content="5"></noscript>
</head>
<body>
<div class="top"><div class="bar">
<h1>${texts.title}<span id="count"></span></h1>
<button type="button" id="clear" hidden>${texts.clear}</button>
</div></div>
<main>
<p class="notice">${texts.notice}</p>
<p id="lost" role="status" hidden>${texts.lost}</p>
<p id="heard" class="hearable" role="status" data-arrived="${texts.arrived}"></p>
<div id="list" data-revision="${escapeHtml(revision)}">
${list}
</div>
<p id="empty"${list === '' ? '' : ' hidden'}><strong>${texts.empty}</strong> ${texts.emptyHint}</p>
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function hashOf(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}
