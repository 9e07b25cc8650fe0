/** A line that does not answer must not keep a person from seeing that they are signed out. */
const PATIENCE_MS = 1_000;

const farewells = new Set<() => Promise<unknown>>();

/**
 * Has something ended when this tab signs out, for what others would otherwise wait for: a meeting.
 *
 * @returns The way to take it back.
 */
export function whenSigningOut(farewell: () => Promise<unknown>): () => void {
  farewells.add(farewell);
  return () => farewells.delete(farewell);
}

/** Ends all of it, or as much as can be ended in a moment. Never fails. */
export async function sayFarewells(): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([patience, Promise.allSettled([...farewells].map((say) => say()))]);
  clearTimeout(timer);
}
