import { SIGNALLING_REQUESTS, type SignallingRequest } from '@tapaamo/contracts';
import { z } from 'zod';
import { DTLS_PARAMETERS, RTP_CAPABILITIES, camera, microphone } from '../media-double.js';

/** Numbers in [0, 1). */
export type Random = () => number;

/** A JSON schema, as far as those of requests go. */
interface Shape {
  type?: string;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
}

/** Media of who sends a message, and of somebody else. */
export interface KnownIds {
  producerIds: readonly string[];
  consumerIds: readonly string[];
}

const SHAPES = Object.fromEntries(
  Object.entries(SIGNALLING_REQUESTS).map(([event, { body }]) => [
    event,
    z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as Shape,
  ]),
) as Record<SignallingRequest, Shape>;

/** Every request of the contract: a new one is taken up by itself. */
export const EVENTS = Object.keys(SHAPES) as SignallingRequest[];

export function oneOf<T>(all: readonly T[], random: Random): T {
  return all[Math.floor(random() * all.length)] as T;
}

/** A body that fits a request, built from its schema; what a browser would describe is mostly described as browsers do. */
export function validBody(event: SignallingRequest, ids: KnownIds, random: Random): unknown {
  if (event === 'produce' && random() < 0.7) {
    return random() < 0.5 ? camera() : microphone();
  }
  return build(SHAPES[event], '', ids, random);
}

function build(shape: Shape, name: string, ids: KnownIds, random: Random): unknown {
  const known = random() < 0.8 ? knownValue(name, ids, random) : undefined;
  if (known !== undefined) {
    return known;
  }
  if (shape.enum !== undefined) {
    return oneOf(shape.enum, random);
  }
  return BUILDERS[shape.type ?? '']?.(shape, ids, random) ?? someText(shape, random);
}

const BUILDERS: Record<string, (shape: Shape, ids: KnownIds, random: Random) => unknown> = {
  object: buildObject,
  array: ({ minItems = 0, maxItems = 4, items = {} }, ids, random) => {
    const length = between(minItems, Math.min(maxItems, 4), random);
    return Array.from({ length }, () => build(items, '', ids, random));
  },
  integer: someNumber,
  number: someNumber,
  boolean: (_shape, _ids, random) => random() < 0.5,
};

function someNumber(
  { minimum = 0, maximum = 1_000 }: Shape,
  _ids: KnownIds,
  random: Random,
): number {
  return between(minimum, maximum, random);
}

function someText({ minLength = 0, maxLength = 8 }: Shape, random: Random): string {
  return 'x'.repeat(between(minLength, Math.min(maxLength, 8), random));
}

function buildObject(shape: Shape, ids: KnownIds, random: Random): Record<string, unknown> {
  const entries = Object.entries(shape.properties ?? {})
    .filter(([name]) => shape.required?.includes(name) === true || random() < 0.5)
    .map(([name, inner]) => [name, build(inner, name, ids, random)] as const);
  return Object.fromEntries(entries);
}

function knownValue(name: string, ids: KnownIds, random: Random): unknown {
  switch (name) {
    case 'rtpCapabilities':
      return structuredClone(RTP_CAPABILITIES);
    case 'dtlsParameters':
      return structuredClone(DTLS_PARAMETERS);
    case 'rtpParameters':
      return microphone().rtpParameters;
    case 'producerId':
      return oneOf(ids.producerIds, random);
    case 'consumerId':
      return oneOf(ids.consumerIds, random);
    default:
      return undefined;
  }
}

function between(least: number, most: number, random: Random): number {
  return least + Math.floor(random() * (most - least + 1));
}
