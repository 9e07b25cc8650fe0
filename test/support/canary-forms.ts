/** A value that is planted, and looked for afterwards. */
export interface Canary {
  /** What it is; said in findings instead of the value. */
  label: string;
  value: string;
  /** Other ways in which the same is written, e.g. a phone number with its country code. */
  also?: string[];
}

/** One form a canary may have left behind. Text is compared in lower case. */
export interface CanaryForm {
  label: string;
  form: string;
  text: string;
}

/** Shorter pieces are found by chance. */
const LEAST_LENGTH = 5;

/**
 * All forms in which a value is looked for: as it is, in other Unicode and letter cases, escaped for JSON, URLs, HTML and
 * mail, in Base64 at each of its three alignments, and the bytes of all of these in hexadecimal, which is how
 * PostgreSQL shows binary columns.
 */
export function canaryForms(canaries: readonly Canary[]): CanaryForm[] {
  return canaries.flatMap(({ label, value, also = [] }) =>
    [value, ...also].flatMap((written) =>
      formsOf(written)
        .filter(([, text]) => text.length >= LEAST_LENGTH)
        .map(([form, text]) => ({ label, form, text: text.toLowerCase() })),
    ),
  );
}

function formsOf(value: string): [string, string][] {
  const texts: [string, string][] = [
    ['plain', value],
    ['decomposed', value.normalize('NFD')],
    ['JSON escapes', escaped(value, (code) => `\\u${code.toString(16).padStart(4, '0')}`)],
    ['HTML escapes', escaped(value, (code) => `&#${String(code)};`)],
    ['URL', encodeURIComponent(value)],
    ['form', encodeURIComponent(value).replaceAll('%20', '+')],
    ['quoted-printable', encodeURIComponent(value).replaceAll('%20', ' ').replaceAll('%', '=')],
    ['backwards', [...value].reverse().join('')],
    ...[0, 1, 2].flatMap((shift) => base64Forms(value, shift)),
  ];
  const bytes: [string, Buffer][] = [
    ...texts.map(([form, text]): [string, Buffer] => [form, Buffer.from(text)]),
    ['UTF-16', Buffer.from(value, 'utf16le')],
    ['UTF-16 big-endian', Buffer.from(value, 'utf16le').swap16()],
    ['Latin-1', Buffer.from(value, 'latin1')],
    ['Base64url read back', Buffer.from(value, 'base64url')],
  ];
  return [
    ...texts,
    ...bytes.map(([form, buffer]): [string, string] => [`${form} in hex`, buffer.toString('hex')]),
  ];
}

/** What Base64 makes of a value that stands somewhere in a longer text: the letters that depend on nothing beside it. */
function base64Forms(value: string, shift: number): [string, string][] {
  const padded = Buffer.concat([Buffer.alloc(shift), Buffer.from(value)]);
  const whole = padded.subarray(0, padded.length - (padded.length % 3));
  const from = shift === 0 ? 0 : 4;
  return (['base64', 'base64url'] as const).map((alphabet) => [
    `${alphabet} at ${String(shift)}`,
    whole.toString(alphabet).slice(from),
  ]);
}

function escaped(value: string, of: (code: number) => string): string {
  return [...value]
    .map((letter) => ((letter.codePointAt(0) ?? 0) > 126 ? of(letter.codePointAt(0) ?? 0) : letter))
    .join('');
}
