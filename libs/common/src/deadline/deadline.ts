import { DeadlineExceededError } from '../errors/errors.js';

/**
 * Waits for work no longer than it may take.
 *
 * @param work - Goes on in the background when it is late; nobody has to catch it.
 * @param deadlineMs - Longest time in milliseconds.
 * @param discard - Gets a result that came too late, to close what nobody will use.
 * @throws DeadlineExceededError (`service.deadline-exceeded`) when the work is late, else whatever the work throws.
 */
export async function withDeadline<T>(
  work: Promise<T>,
  deadlineMs: number,
  discard: (late: T) => void = () => undefined,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let late = false;
  const watch = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      late = true;
      reject(new DeadlineExceededError());
    }, deadlineMs);
  });
  work.then(
    (result) => (late ? discard(result) : undefined),
    () => undefined,
  );
  try {
    return await Promise.race([work, watch]);
  } finally {
    clearTimeout(timer);
  }
}
