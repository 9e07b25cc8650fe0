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

/** What browsers of telephones tell of their network, where they do (Network Information API). */
interface TellingNavigator {
  readonly connection?: EventTarget & { readonly type?: string };
}

/** Watches what is around the page. Returns the way to stop. */
export function watchPage({ networkChanged, hidden }: PageWatcher): () => void {
  const looked = () => hidden(isPageHidden());
  const { connection } = navigator as TellingNavigator;
  let type = connection?.type;
  // It tells of every guess at the speed, too.
  const told = () => {
    if (connection?.type !== type && connection?.type !== 'none') {
      type = connection?.type;
      networkChanged();
    }
  };
  connection?.addEventListener('change', told);
  addEventListener('online', networkChanged);
  document.addEventListener('visibilitychange', looked);
  return () => {
    connection?.removeEventListener('change', told);
    removeEventListener('online', networkChanged);
    document.removeEventListener('visibilitychange', looked);
  };
}
