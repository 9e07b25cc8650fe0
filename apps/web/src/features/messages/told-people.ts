import type { Booking } from '@tapaamo/contracts';
import { messagesThatCount } from './messages-that-count.js';

type Message = Booking['messages'][number];

/** How somebody's messages stand, the worst first. One that waits because nobody takes it is worse than one on its way. */
const WORST_FIRST = ['failed', 'held-up', 'queued', 'sent', 'delivered', 'withdrawn'] as const;
export type ToldState = (typeof WORST_FIRST)[number];

/** How the messages of several people stand: the worst of it, and how many of them it is true of. */
export interface ToldPeople {
  state: ToldState;
  some: number;
  total: number;
  /** When the first is due of those that wait. */
  dueAt: string | null;
}

/** How the messages of a visit's people stand, each by the last that went each way. @returns Null for one person or none. */
export function toldPeople(messages: readonly Message[]): ToldPeople | null {
  const people = [...Map.groupBy(messages, ({ participantId }) => participantId).values()];
  if (people.length < 2) {
    return null;
  }
  const states = people.map((theirs) => worstOf(lastOfEachWay(theirs)));
  const state = WORST_FIRST.find((one) => states.includes(one)) ?? 'withdrawn';
  const dueAts = messages.flatMap(({ status, dueAt }) =>
    status === 'queued' && dueAt !== null ? dueAt : [],
  );
  return {
    state,
    some: states.filter((one) => one === state).length,
    total: people.length,
    dueAt: dueAts.sort()[0] ?? null,
  };
}

function worstOf(messages: readonly Message[]): ToldState {
  const states = messages.map(({ status, isHeldUp }) => (isHeldUp ? 'held-up' : status));
  return WORST_FIRST.find((one) => states.includes(one)) ?? 'withdrawn';
}

function lastOfEachWay(messages: Message[]): Message[] {
  const counting = messagesThatCount(messages);
  return [...Map.groupBy(counting, ({ channel }) => channel).values()].flatMap(
    (theirs) => theirs.at(-1) ?? [],
  );
}
