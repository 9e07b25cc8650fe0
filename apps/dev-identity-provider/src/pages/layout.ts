import { createHash } from 'node:crypto';
import type { Language } from '@tapaamo/contracts';
import { STYLE } from './style.js';
import { TEXTS } from './texts.js';

/** A page and the headers it is sent with. */
export interface Page {
  html: string;
  headers: Record<string, string>;
}

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * A whole page. Nothing is loaded from anywhere and no script runs.
 *
 * @param content - HTML; texts in it are escaped already.
 * @param formTargets - Origins that the page's form may lead to by redirects, beside this one.
 * @param frames - Origins that the page may show in frames.
 */
export function page(
  language: Language,
  content: string,
  formTargets: readonly string[],
  frames: readonly string[] = [],
): Page {
  const { title, notice } = TEXTS[language];
  return {
    html: `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header><p class="brand">${title}</p></header>
<main>
<p class="notice">${notice}</p>
${content}
</main>
</body>
</html>
`,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-security-policy': [
        "default-src 'none'",
        `style-src 'sha256-${STYLE_HASH}'`,
        'img-src data:',
        `form-action 'self' ${formTargets.join(' ')}`.trim(),
        ...(frames.length === 0 ? [] : [`frame-src ${frames.join(' ')}`]),
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ].join('; '),
    },
  };
}

/** A text as HTML, also inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (sign) =>
      ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign,
  );
}
