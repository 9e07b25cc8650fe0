import { parentPort, workerData } from 'node:worker_threads';
import { XMLParser } from 'fast-xml-parser';

/** What a server says of one resource (RFC 4918 section 14.24), as far as it matters here. */
export interface DavResource {
  href: string;
  /** Of the resource as a whole; null where each property has its own. */
  status: number | null;
  isCalendar: boolean;
  /** Whether its events can be asked for: a calendar may be one of tasks alone. */
  hasEvents: boolean;
  name: string;
  principal: string | null;
  homes: string[];
  calendarData: string | null;
}

/** What came of reading an answer. */
export type MultistatusOutcome = { resources: DavResource[] } | { failure: 'no-calendar' };

/** An element: what is in it, and in `@_name` its attribute. */
interface Element {
  [name: string]: unknown;
}

/** Elements that may come more than once. */
const LISTS = new Set(['response', 'propstat', 'href', 'comp', 'calendar-data']);

/** What may stand before the first element: a declaration and comments. No document type, so no entities of anybody's own. */
const PROLOGUE = /^\uFEFF?\s*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*<[a-z_]/i;

/** An answer that breaks off is none: its rest would look free. */
const END = /(?:<\/(?:[\w.-]+:)?multistatus\s*|\/)>$/;
const END_MAX = 200;

const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi;

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" },
};

/**
 * Reads an answer of a server by CalDAV (RFC 4791). Entities are never expanded: what a reference stands for is put in its
 * place once. It runs in a thread of its own, as all that somebody else wrote.
 */
export function resourcesIn(text: string): MultistatusOutcome {
  try {
    if (!PROLOGUE.test(text) || !END.test(text.trimEnd().slice(-END_MAX))) {
      return { failure: 'no-calendar' };
    }
    const { multistatus } = parser().parse(text) as Element;
    if (multistatus === undefined) {
      return { failure: 'no-calendar' };
    }
    return { resources: list(multistatus, 'response').map(resourceOf) };
  } catch {
    return { failure: 'no-calendar' };
  }
}

function parser(): XMLParser {
  return new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => LISTS.has(name),
    maxNestedTags: 20,
    parseTagValue: false,
    processEntities: false,
    removeNSPrefix: true,
  });
}

function resourceOf(response: unknown): DavResource {
  const found = list(response, 'propstat')
    .filter((propstat) => statusOf(propstat) === 200)
    .map((propstat) => child(propstat, 'prop'));
  const first = (...path: string[]): unknown =>
    found.map((prop) => path.reduce(child, prop)).find((value) => value !== undefined);
  const components = list(first('supported-calendar-component-set'), 'comp');
  const [principal] = hrefsOf(first('current-user-principal'));
  return {
    href: hrefsOf(response)[0] ?? '',
    status: statusOf(response),
    isCalendar: first('resourcetype', 'calendar') !== undefined,
    hasEvents:
      components.length === 0 ||
      components.some((one) => String(child(one, '@_name')).toUpperCase() === 'VEVENT'),
    name: textOf(first('displayname')),
    principal: principal ?? null,
    homes: hrefsOf(first('calendar-home-set')),
    calendarData: found.flatMap((prop) => list(prop, 'calendar-data')).map(textOf)[0] ?? null,
  };
}

function child(element: unknown, name: string): unknown {
  return typeof element === 'object' && element !== null && Object.hasOwn(element, name)
    ? (element as Element)[name]
    : undefined;
}

function list(element: unknown, name: string): unknown[] {
  const value = child(element, name);
  return Array.isArray(value) ? value : [];
}

function hrefsOf(element: unknown): string[] {
  return list(element, 'href')
    .map(textOf)
    .filter((href) => href !== '');
}

/** Status of `HTTP/1.1 200 OK`. */
function statusOf(element: unknown): number | null {
  const [, status] = /^HTTP\/\S+ (\d{3})/.exec(textOf(child(element, 'status'))) ?? [];
  return status === undefined ? null : Number(status);
}

function textOf(element: unknown): string {
  const text = typeof element === 'string' ? element : child(element, '#text');
  return typeof text === 'string' ? text.replace(REFERENCE, characterOf) : '';
}

function characterOf(
  reference: string,
  decimal: string | undefined,
  hexadecimal: string | undefined,
  name = '',
): string {
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : (NAMED[name.toLowerCase()] ?? reference);
}

// In a thread: answers once, and is over. Imported, it does nothing.
parentPort?.postMessage(resourcesIn(workerData as string));
