/** What waits to be delivered, of an organisation. */
interface Waiting {
  organisationId: string;
}

/** How it is delivered. */
interface Turns<Item extends Waiting> {
  /** Of how many organisations something is in hand at once. */
  atOnce: number;
  /** Takes the next that waits, of any organisation but these; null when there is none. */
  claim: (except: readonly string[]) => Promise<Item | null>;
  /** @returns Whether the organisation's others are tried as well. */
  deliver: (item: Item) => Promise<boolean>;
}

/**
 * Delivers what waits: of several organisations at once, one at a time of each, and each in its turn. So one with much
 * to tell, or whose system hangs, holds up no other.
 *
 * @throws What `claim` or `deliver` threw first, once nothing is in hand any more; nothing more is claimed then.
 */
export async function inTurns<Item extends Waiting>({
  atOnce,
  claim,
  deliver,
}: Turns<Item>): Promise<void> {
  const inHand = new Map<string, Promise<void>>();
  const resting = new Set<string>();
  const served = new Set<string>();
  const failures: unknown[] = [];
  const next = async (): Promise<Item | null> => {
    const busy = [...resting, ...inHand.keys()];
    const item = await claim([...busy, ...served]);
    if (item !== null || served.size === 0) {
      return item;
    }
    // Everybody had their turn.
    served.clear();
    return claim(busy);
  };
  const begin = (item: Item): void => {
    const { organisationId } = item;
    served.add(organisationId);
    // It never rejects: nobody may be waiting for it at that moment, and a rejection that nobody hears ends the process.
    const done = deliver(item)
      .then((goesOn) => {
        if (!goesOn) {
          resting.add(organisationId);
        }
      })
      .catch((error: unknown) => {
        failures.push(error);
      })
      .finally(() => inHand.delete(organisationId));
    inHand.set(organisationId, done);
  };
  try {
    while (failures.length === 0) {
      // What was in hand as it was asked may have come back meanwhile: then there may be another.
      const wasIdle = inHand.size === 0;
      const item = inHand.size < atOnce ? await next() : null;
      if (item !== null) {
        begin(item);
      } else if (wasIdle) {
        break;
      } else if (inHand.size > 0) {
        await Promise.race(inHand.values());
      }
    }
  } finally {
    await Promise.all(inHand.values());
  }
  if (failures.length > 0) {
    throw failures[0];
  }
}
