import { useEffect, useRef } from 'react';
import { isTyping } from '../../ui/is-typing.js';

/** Lets N begin a new booking, except while the person is writing. */
export function useNewBookingKey(begin: () => void): void {
  const latest = useRef(begin);
  useEffect(() => {
    latest.current = begin;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (event.key.toLowerCase() === 'n' && plain && !isTyping(event.target)) {
        event.preventDefault();
        latest.current();
      }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
