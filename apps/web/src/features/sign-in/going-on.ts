import { Store } from '../../media/store.js';
import { useStore } from '../../media/use-store.js';

/** What goes on in this tab. */
const goingOn = new Store<{ ways: readonly (() => void)[] }>({ ways: [] });

/**
 * Keeps this tab where it is when the session ends, for what that must not cut off: a meeting.
 *
 * @param resume - Called when the person has signed in again.
 * @returns The way to take it back.
 */
export function whileGoingOn(resume: () => void): () => void {
  const way = () => resume();
  goingOn.update({ ways: [...goingOn.get().ways, way] });
  return () => goingOn.update({ ways: goingOn.get().ways.filter((other) => other !== way) });
}

/** Whether something goes on in this tab. */
export function useIsGoingOn(): boolean {
  return useStore(goingOn).ways.length > 0;
}

/** Tells what goes on that the person has signed in again. */
export function resumeAll(): void {
  goingOn.get().ways.forEach((resume) => resume());
}
