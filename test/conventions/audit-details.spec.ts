import {
  AUDIT_EVENTS,
  STAFF_IN_DETAILS,
  ageRecipientSchema,
  emailDomainSchema,
} from '@tapaamo/contracts';
import { z } from 'zod';

/** A part of a schema as JSON Schema describes it. */
interface Part {
  type?: string;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  properties?: Record<string, Part>;
  additionalProperties?: unknown;
  items?: Part;
  anyOf?: Part[];
}

describe('the details of an event of the audit log', () => {
  it.each(Object.entries(AUDIT_EVENTS))('%s have no place for free text', (_event, schema) => {
    const described = z.toJSONSchema(schema) as Part;
    expect(described).toMatchObject({ type: 'object', additionalProperties: false });
    expect(freeIn(described)).toEqual([]);
  });

  it.each(Object.entries(AUDIT_EVENTS))('%s hold ids of staff only', (_event, schema) => {
    const { properties = {} } = z.toJSONSchema(schema) as Part;
    const names = Object.entries(properties)
      .filter(([, { format, items }]) => [format, items?.format].includes('uuid'))
      .map(([name]) => name);
    expect(STAFF_IN_DETAILS).toEqual(expect.arrayContaining(names));
  });

  it('would be found out if they had', () => {
    const loose = z.strictObject({
      note: z.string(),
      many: z.array(z.string()),
      any: z.unknown(),
      bag: z.record(z.string(), z.number()),
      shaped: z.string().regex(/^[a-z.]+$/),
      choice: z.union([z.enum(['a']), z.string()]),
    });
    expect(freeIn(z.toJSONSchema(loose) as Part)).toEqual([
      'note',
      'many.items',
      'any',
      'bag',
      'shaped',
      'choice.1',
    ]);
  });
});

/** The shape of a domain, which has no place for a name or an @. */
const DOMAIN = (z.toJSONSchema(emailDomainSchema) as Part).pattern;

/** The shape of a public key, of which every letter is given by its private half. */
const PUBLIC_KEY = (z.toJSONSchema(ageRecipientSchema) as Part).pattern;

/** Paths of what is neither a number, a word of a list, an id, a day, a domain nor a public key. */
function freeIn(part: Part, path: string[] = []): string[] {
  const inner = partsOf(part);
  return inner === null
    ? isClosed(part)
      ? []
      : [path.join('.')]
    : inner.flatMap(([name, one]) => freeIn(one, [...path, name]));
}

/** What a part consists of; null when it is one value. */
function partsOf({ type, anyOf, items, properties, additionalProperties }: Part) {
  if (anyOf !== undefined) {
    return anyOf.map((one, index): [string, Part] => [String(index), one]);
  }
  if (items !== undefined) {
    return [['items', items]] as [string, Part][];
  }
  return type === 'object' && additionalProperties === false
    ? Object.entries(properties ?? {})
    : null;
}

function isClosed({ type = '', format = '', ...part }: Part): boolean {
  return (
    part.enum !== undefined ||
    ['integer', 'number', 'boolean'].includes(type) ||
    (type === 'string' && ['uuid', 'date'].includes(format)) ||
    (part.pattern !== undefined && [DOMAIN, PUBLIC_KEY].includes(part.pattern))
  );
}
