import { useSyncExternalStore } from 'react';
import type { Store } from './store.js';

/** The present value of a store; the component is drawn again when it changes. */
export function useStore<Value>(store: Store<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get);
}
