import { useEffect } from 'react';
import { sayFarewells } from './farewells.js';

/** All tabs of this browser share the session, so they share its end. */
const CHANNEL = 'tapaamo-sign-out';

/** Tells the other tabs of this browser that the person has signed out. */
export function tellOtherTabs(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('signed-out');
  channel.close();
}

/** Leaves for the sign-in page when the person signs out in another tab. */
export function useSignOutElsewhere(): void {
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener('message', () => {
      // A new page: it holds nothing of what was fetched, no open stream, and no way back to what was shown.
      void sayFarewells().then(() => location.replace('/'));
    });
    return () => channel.close();
  }, []);
}
