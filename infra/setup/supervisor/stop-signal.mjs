/** npm passes Ctrl-C on although the terminal has sent it to us already: two at once are one. */
const SAME_PRESS_MS = 700;
const FORCED = 130;

/**
 * Turns Ctrl-C, SIGTERM and the parent's death into one wish to stop; a second Ctrl-C forces it.
 */
export function createStopSignal() {
  let givenAt = 0;
  let give = () => {};
  const forced = [];
  const given = new Promise((resolve) => {
    give = () => resolve(undefined);
  });
  const onSignal = () => {
    if (givenAt === 0) {
      givenAt = Date.now();
      give();
    } else if (Date.now() - givenAt > SAME_PRESS_MS) {
      forced.forEach((act) => act());
      process.exit(FORCED);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
    process.on(signal, onSignal);
  }
  return {
    /** Resolves when stopping is wished for. */
    given,
    get isGiven() {
      return givenAt > 0;
    },
    /** @param {() => void} act What to do when stopping is forced. */
    onForce: (act) => forced.push(act),
  };
}
