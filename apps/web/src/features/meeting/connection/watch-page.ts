/** What a page is told of around it. */
interface PageWatcher {
  /** The device has a network again: ways of before are probably gone. */
  networkChanged: () => void;
  /** The page went to the background, or came back. */
  hidden: (isHidden: boolean) => void;
}

/** Whether the page is in the background. */
export function isPageHidden(): boolean {
  return document.visibilityState === 'hidden';
}

/** Watches what is around the page. Returns the way to stop. */
export function watchPage({ networkChanged, hidden }: PageWatcher): () => void {
  const looked = () => hidden(isPageHidden());
  addEventListener('online', networkChanged);
  document.addEventListener('visibilitychange', looked);
  return () => {
    removeEventListener('online', networkChanged);
    document.removeEventListener('visibilitychange', looked);
  };
}
