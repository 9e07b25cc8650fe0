import type { IdentificationProgress } from '@tapaamo/contracts';
import { isWorthAnotherTry } from '../../../api/api-problem.js';
import { COMING } from './progress.js';

/** How often it is asked while the person is away, and the page is seen. */
const POLL_MS = 2_000;

/** So many refusals in a row, and nothing comes to this page any more. */
const REFUSALS_MAX = 2;

/** What is asked, and who hears of it. */
interface Polling {
  read: () => Promise<IdentificationProgress>;
  /** Whether the page is seen. */
  isSeen: () => boolean;
  onFound: (found: IdentificationProgress) => void;
  /** Refused: the session may be over. Who hears it looks whether it is, and stops this when it is. */
  onRefused: () => void;
}

/**
 * Asks how far an identification has come, every two seconds while something is to come. What was on its way with a cookie
 * that another window has just changed is refused once, though the session lives: it is asked once more.
 */
export function pollProgress({ read, isSeen, onFound, onRefused }: Polling): {
  /** Asks now. */
  look: () => void;
  stop: () => void;
} {
  let isDone = false;
  let refusals = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    if (isSeen() && !isDone) {
      read().then(take, fail);
    }
  };
  const later = () => {
    clearTimeout(timer);
    timer = isDone ? undefined : setTimeout(look, POLL_MS);
  };
  const take = (found: IdentificationProgress) => {
    refusals = 0;
    if (!isDone) {
      onFound(found);
    }
    if (COMING.includes(found.state)) {
      later();
    }
  };
  const fail = (error: unknown) => {
    // A line that is bad for a moment changes nothing of what is shown.
    if (!isWorthAnotherTry(error) && !isDone) {
      refusals += 1;
      isDone = refusals >= REFUSALS_MAX;
      onRefused();
    }
    later();
  };
  const stop = () => {
    isDone = true;
    clearTimeout(timer);
  };
  return { look, stop };
}
