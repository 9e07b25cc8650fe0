import type { IncomingMessage, ServerResponse } from 'node:http';
import { LANGUAGES, languageFromHeader, type Language } from '@tapaamo/contracts';
import type { Page } from './pages/layout.js';

/** Largest form that is read, in bytes. */
const FORM_MAX_BYTES = 4096;

/** Language of a page: chosen on it, else asked for by the relying party (`ui_locales`), else of the browser. */
export function languageOf(request: IncomingMessage, asked: unknown): Language {
  const chosen = new URL(request.url ?? '/', 'http://localhost').searchParams.get('lang');
  const wanted = [chosen, ...(typeof asked === 'string' ? asked : '').split(' ')];
  return (
    LANGUAGES.find((language) => language === wanted.find((word) => isLanguage(word))) ??
    languageFromHeader(request.headers['accept-language'])
  );
}

function isLanguage(word: string | null): boolean {
  return LANGUAGES.some((language) => language === word);
}

/** Reads a form; one that is too large is empty. */
export async function readForm(request: IncomingMessage): Promise<Record<string, string>> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += String(chunk);
    if (body.length > FORM_MAX_BYTES) {
      return {};
    }
  }
  return Object.fromEntries(new URLSearchParams(body));
}

/** Answers with a page. */
export function send(response: ServerResponse, status: number, { html, headers }: Page): void {
  response.writeHead(status, headers).end(html);
}
