import { useEffect, useState } from 'react';

/**
 * Code that travels when it is needed, once it is here. Not React's own `lazy`: that keeps what it has waited for back
 * for 300 ms, lest a page flicker, and here somebody waits.
 *
 * @param load - The same function at every call.
 * @throws Whatever kept the code from coming, while the page is drawn.
 */
export function useCode<Code>(load: () => Promise<Code>): Code | undefined {
  // Kept inside an object: React would call code that is a component.
  const [came, setCame] = useState<{ code: Code } | { error: unknown }>();
  useEffect(() => {
    load().then(
      (code) => setCame({ code }),
      (error: unknown) => setCame({ error }),
    );
  }, [load]);
  if (came !== undefined && 'error' in came) {
    throw came.error;
  }
  return came?.code;
}
