/**
 * Ends this process when the supervisor that forked it is gone, so that a killed `npm start` leaves nothing running.
 *
 * @param stop - Orderly shutdown; the process ends after it, at the latest after five seconds.
 */
export function exitWithParent(stop: () => Promise<void>): void {
  let stopping = false;
  const finish = (): void => {
    if (stopping) {
      return;
    }
    stopping = true;
    setTimeout(() => process.exit(1), 5_000).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', finish);
  process.once('SIGINT', finish);
  if (process.connected) {
    process.once('disconnect', finish);
  }
}
