import { useEffect } from 'react';
import { askPasskey, stopAskingPasskeys, suggestsPasskeys } from '../../passkey/ceremonies.js';
import { passkeyChallenge, type usePasskeySignIn } from './queries.js';

/** A challenge is good for five minutes; a page that stands open longer gets another before. */
const RENEWED_AFTER_MS = 4 * 60_000;

/**
 * Lets the browser suggest passkeys where the address is typed, as it suggests passwords. Whatever keeps it from that is
 * told to nobody: the button asks as ever, and what it asks for takes the place of this.
 */
export function usePasskeySuggestions({
  mutate,
  isPending,
  isSuccess,
}: ReturnType<typeof usePasskeySignIn>): void {
  const isIdle = !isPending && !isSuccess;
  useEffect(() => {
    if (!isIdle) {
      return undefined;
    }
    let isOver = false;
    let renewal: ReturnType<typeof setTimeout> | undefined;
    const suggest = async (): Promise<void> => {
      const challenge = (await suggestsPasskeys()) ? await passkeyChallenge() : null;
      if (challenge === null || isOver) {
        return;
      }
      const stale = new Promise<'stale'>((resolve) => {
        renewal = setTimeout(() => resolve('stale'), RENEWED_AFTER_MS);
      });
      const proof = await Promise.race([stale, askPasskey(challenge, true).catch(() => null)]);
      clearTimeout(renewal);
      if (proof === 'stale') {
        await suggest();
      } else if (proof !== null) {
        mutate(proof);
      }
    };
    void suggest().catch(() => undefined);
    return () => {
      isOver = true;
      clearTimeout(renewal);
      stopAskingPasskeys();
    };
  }, [mutate, isIdle]);
}
