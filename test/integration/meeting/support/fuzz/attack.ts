import { ERROR_CODES } from '@tapaamo/contracts';
import type { BrowserDouble } from '../browser-double.js';
import { mutate } from '../mutations.js';
import { EVENTS, oneOf, validBody, type KnownIds, type Random } from './valid-body.js';

/**
 * What became of a message: its code, `ok`, `unheard` where no answer was wished, `line-ended`, `silence`, or `untyped`
 * with what came.
 */
export type Outcome = string;

/** Longest time to an answer, in milliseconds: the node's own deadline and a margin for a busy machine. */
const SILENCE_MS = 20_000;

/** Frames as they go over the wire: engine.io's and socket.io's own signs, whole, cut off and with what is not theirs. */
const FRAMES = [
  '42["joinMeeting",{}]',
  '4251-["produce",{"kind":"audio"',
  '420["restartIce"',
  '42',
  '4',
  '43[]',
  '430[{"ok":true}]',
  '40/admin,{"token":"x"}',
  '40{"token":"x"}',
  '41',
  '44{"message":"x"}',
  '451-["produce",{"_placeholder":true,"num":0}]',
  '46999-["x"]',
  '42["error",{}]',
  '42["__proto__",{"a":1}]',
  '421e9["leaveMeeting",{}]',
  '2\u0000',
  '3',
  '6',
  '9',
  '{"a":1}',
  '\ud800',
] as const;

/** One attacker with a line of their own. */
export interface Attacker {
  browser: BrowserDouble;
  ids: KnownIds;
}

/** Sends one message, changed in any place or not at all. @returns How many went out, and what became of each. */
export function attack({ browser, ids }: Attacker, random: Random): Promise<Outcome>[] {
  const dice = random();
  if (dice < 0.004) {
    browser.socket.io.engine.write(cut(oneOf(FRAMES, random), random));
    return [Promise.resolve('unheard')];
  }
  const event = oneOf(EVENTS, random);
  const body = validBody(event, ids, random);
  if (dice < 0.04) {
    browser.socket.emit(event, body);
    return [Promise.resolve('unheard')];
  }
  if (dice < 0.08) {
    return [answerTo(browser, oneOf(ODD_EVENTS, random), [body])];
  }
  if (dice < 0.12) {
    return [answerTo(browser, event, oneOf(ODD_BODIES, random)(body))];
  }
  const changed = Array.from({ length: Math.floor(random() * 4) }).reduce<unknown>(
    (message) => mutate(message, random),
    body,
  );
  const times = dice < 0.15 ? 4 : 1;
  // Leaving is what ends every attack that goes through it; it is tried more seldom.
  const named = event === 'leaveMeeting' && random() < 0.8 ? 'restartIce' : event;
  return Array.from({ length: times }, () => answerTo(browser, named, [changed]));
}

const ODD_EVENTS = ['noSuchRequest', '__proto__', 'constructor', 'toString', 'error', ''];

const ODD_BODIES: readonly ((body: unknown) => unknown[])[] = [
  () => [],
  (body) => [body, body],
  (body) => [[body]],
  () => [Buffer.from('send')],
  (body) => [{ ...(body as object), bytes: Buffer.alloc(64) }],
  () => [JSON.parse('{"__proto__":{"polluted":true}}')],
  () => [JSON.parse('{"constructor":{"prototype":{"polluted":true}}}')],
  () => [nested(40)],
  () => [{ direction: 'x'.repeat(20_000) }],
  () => [Array.from({ length: 5_000 }, () => 0)],
  () => [Number.MAX_VALUE],
  () => [null],
];

/** Ends a text somewhere, half of the times. */
function cut(frame: string, random: Random): string {
  return random() < 0.5 ? frame : frame.slice(0, 1 + Math.floor(random() * frame.length));
}

function nested(levels: number): unknown {
  return levels === 0 ? {} : { inner: nested(levels - 1) };
}

/** Sends a request and waits for the answer or the end of the line. */
function answerTo({ socket }: BrowserDouble, event: string, bodies: unknown[]): Promise<Outcome> {
  if (!socket.connected) {
    return Promise.resolve('line-ended');
  }
  return new Promise((resolve) => {
    const done = (outcome: Outcome): void => {
      clearTimeout(timer);
      socket.off('disconnect', ended);
      resolve(outcome);
    };
    const ended = (): void => done('line-ended');
    const timer = setTimeout(() => done('silence'), SILENCE_MS);
    socket.once('disconnect', ended);
    socket.emit(event, ...bodies, (ack: unknown) => done(typeOf(ack)));
  });
}

/** An answer's code, when it is one of the catalogue with nothing beside it. */
function typeOf(ack: unknown): Outcome {
  const { ok, code, ...rest } = ack as { ok?: unknown; code?: unknown };
  if (ok === true) {
    return 'ok';
  }
  const isTyped =
    typeof code === 'string' && code in ERROR_CODES && Object.keys(rest).join() === 'correlationId';
  return isTyped ? code : `untyped ${JSON.stringify(ack).slice(0, 200)}`;
}
