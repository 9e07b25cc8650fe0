import type { NotificationBody } from '@tapaamo/contracts';

/** What is to be said of somebody else's line. */
export interface LineOfOther {
  /** Their picture waits at their end. */
  sendsNoPicture: boolean;
  /** What is sent to them waits. */
  seesNoPicture: boolean;
  /** How it is, where the person is told and it is not well. */
  words: 'isWeak' | 'isVeryWeak' | undefined;
}

/** Reads what the node told of somebody's line; nothing told is nothing to say. */
export function lineOfOther(line: NotificationBody<'lineChanged'> | undefined): LineOfOther {
  const words = { good: undefined, weak: 'isWeak', 'very-weak': 'isVeryWeak' } as const;
  return {
    sendsNoPicture: line?.held.sent === true,
    seesNoPicture: line?.held.received === true,
    words: words[line?.state ?? 'good'],
  };
}
