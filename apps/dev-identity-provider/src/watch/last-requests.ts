import { decodeJwt, decodeProtectedHeader } from 'jose';

/** What a relying party asks, in the order of a sign-in, and what it is told. */
export const REQUEST_KINDS = ['authorization', 'pushed', 'token', 'id-token', 'sign-out'] as const;

/** See `REQUEST_KINDS`. */
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** A part of a request, ready to be read. */
export interface RequestPart {
  /** Name of the parameter that it was unfolded from; empty for the parameters themselves. */
  name: string;
  header?: Record<string, unknown>;
  content: Record<string, unknown>;
}

/** Parameters that are signed objects and are unfolded. */
const SIGNED = ['request', 'client_assertion', 'id_token_hint'];

/** Secrets of one use, of which a beginning is enough to recognise them. */
const SHORTENED = ['code', 'code_verifier', ...SIGNED];
const SHOWN_LETTERS = 8;

/** The last request of each kind, so that a developer sees the protocol. In memory only, and gone with the process. */
export class LastRequests {
  readonly #last = new Map<RequestKind, RequestPart[]>();

  /** Notes a request by its parameters. */
  note(kind: RequestKind, parameters: Record<string, unknown>): void {
    const shown = Object.entries(parameters).map(
      ([name, value]) => [name, shorten(name, value)] as const,
    );
    const signed = SIGNED.flatMap((name) => unfold(name, parameters[name]));
    this.#last.set(kind, [{ name: '', content: Object.fromEntries(shown) }, ...signed]);
  }

  /** Notes what an ID token says. */
  noteToken(claims: Record<string, unknown>): void {
    this.#last.set('id-token', [{ name: '', content: claims }]);
  }

  /** The last of a kind; undefined when there was none. */
  of(kind: RequestKind): readonly RequestPart[] | undefined {
    return this.#last.get(kind);
  }

  /** Forgets all. */
  clear(): void {
    this.#last.clear();
  }
}

function shorten(name: string, value: unknown): unknown {
  return SHORTENED.includes(name) && typeof value === 'string'
    ? `${value.slice(0, SHOWN_LETTERS)}…`
    : value;
}

function unfold(name: string, value: unknown): RequestPart[] {
  if (typeof value !== 'string') {
    return [];
  }
  try {
    return [{ name, header: { ...decodeProtectedHeader(value) }, content: decodeJwt(value) }];
  } catch {
    return [];
  }
}
