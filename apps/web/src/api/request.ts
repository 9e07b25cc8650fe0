import { currentLanguage } from '../i18n/index.js';
import { ApiProblem, problemFrom } from './api-problem.js';

/** Longest wait for an answer before the person is told that the line is bad. */
const TIMEOUT_MS = 20_000;

/** A file of a hundred thousand visits takes minutes, and its answer lasts as long. */
const LONG_FILE_MS = 900_000;

type Method = 'GET' | 'POST' | 'PUT';

/** What a request may have besides its path. */
interface Options {
  headers?: Record<string, string>;
  signal?: AbortSignal;
  timeoutMs?: number;
}

/** Reads something; changes nothing on the server. */
export function get<Answer>(path: string, options: Options = {}): Promise<Answer> {
  return send<Answer>('GET', path, options);
}

/** Reads a file; changes nothing on the server. */
export async function getFile(path: string, options: Options = {}): Promise<Blob> {
  return (await ask('GET', path, options)).blob();
}

/** Asks the server to do something. */
export function post<Answer = void>(
  path: string,
  body: object = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  return send<Answer>('POST', path, { body, headers });
}

/** Asks for a file that is made as it is read. */
export async function postForFile(path: string, body: object = {}): Promise<Blob> {
  return (await ask('POST', path, { body, timeoutMs: LONG_FILE_MS })).blob();
}

/** The same when the page goes away meanwhile: nobody waits for an answer, and the browser sends it all the same. */
export function postInBackground(path: string, headers: Record<string, string> = {}): void {
  fetch(path, {
    method: 'POST',
    keepalive: true,
    credentials: 'same-origin',
    headers: { ...headersOf('POST'), ...headers },
    body: '{}',
  }).catch(() => undefined);
}

/** Puts something in place of what was there. */
export function put<Answer = void>(path: string, body: object): Promise<Answer> {
  return send<Answer>('PUT', path, { body });
}

/** Sends a file as it is. */
export function postFile<Answer>(path: string, file: Blob): Promise<Answer> {
  return send<Answer>('POST', path, { body: file, headers: { 'Content-Type': file.type } });
}

async function send<Answer>(
  method: Method,
  path: string,
  options: Options & { body?: object },
): Promise<Answer> {
  return (await jsonOf(await ask(method, path, options))) as Answer;
}

/** @returns A good answer. @throws ApiProblem */
async function ask(
  method: Method,
  path: string,
  { body, headers = {}, signal, timeoutMs = TIMEOUT_MS }: Options & { body?: object },
): Promise<Response> {
  const response = await reach(path, {
    method,
    credentials: 'same-origin',
    headers: { ...headersOf(method), ...headers },
    body: body === undefined || body instanceof Blob ? (body ?? null) : JSON.stringify(body),
    signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]),
  });
  if (!response.ok) {
    const correlationId = response.headers.get('x-correlation-id') ?? undefined;
    throw problemFrom(await jsonOf(response), correlationId);
  }
  return response;
}

function headersOf(method: Method): Record<string, string> {
  const common = { Accept: 'application/json', 'Accept-Language': currentLanguage() };
  // A form on another site cannot send this header: the server's guard against forged requests.
  return method === 'GET'
    ? common
    : { ...common, 'Content-Type': 'application/json', 'X-Tapaamo': '1' };
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    // A page that goes away cancels its reads; that is not an outage.
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    throw new ApiProblem('offline');
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
