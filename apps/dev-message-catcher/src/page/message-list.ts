import { TIME_ZONE } from '@tapaamo/common';
import type { Language } from '@tapaamo/contracts';
import type { CaughtMessage } from '../message-store.js';
import { TEXTS } from './texts.js';

const LOCALES: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** A web address up to the first sign that cannot belong to it; a closing full stop or bracket is not part of it. */
const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]/g;

/** The messages as HTML, newest first. */
export function messageList(messages: readonly CaughtMessage[], language: Language): string {
  return messages.map((message) => articleOf(message, language)).join('\n');
}

function articleOf(message: CaughtMessage, language: Language): string {
  const { channel, to, subject, text, receivedAt } = message;
  const texts = TEXTS[language];
  const id = escapeHtml(`${channel}-${message.id}`);
  const heading = subject === '' ? '' : `<h2>${escapeHtml(subject)}</h2>`;
  return `<article id="${id}" class="${channel}">
<header>
<span class="channel">${texts[channel]}</span>
<time datetime="${receivedAt.toISOString()}">${timeOf(receivedAt, language)}</time>
<p class="to"><span class="label">${texts.to}</span> ${escapeHtml(to)}</p>
</header>
${heading}
<p class="text">${withLinks(text)}</p>
</article>`;
}

function timeOf(instant: Date, language: Language): string {
  return instant.toLocaleString(LOCALES[language], {
    timeZone: TIME_ZONE,
    weekday: 'short',
    day: 'numeric',
    month: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** Text as HTML with its web addresses as links that open in a tab of their own. */
export function withLinks(text: string): string {
  let html = '';
  let done = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const shown = escapeHtml(address);
    html += escapeHtml(text.slice(done, index));
    html += `<a href="${shown}" target="_blank" rel="noopener noreferrer">${shown}</a>`;
    done = index + address.length;
  }
  return html + escapeHtml(text.slice(done));
}

/** A text as HTML, also inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (sign) =>
      ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign,
  );
}
