import { useCallback, useEffect, useRef, useState } from 'react';

/** What a live region says; the number tells two equal sentences apart. */
export interface Announcement {
  text: string;
  number: number;
}

/** Holds what a live region says next. What is said at one moment is said one after the other. */
export function useAnnouncement(): [Announcement, (text: string) => void] {
  const [announcement, setAnnouncement] = useState<Announcement>({ text: '', number: 0 });
  const unsaid = useRef('');
  const announce = useCallback((text: string) => {
    unsaid.current = `${unsaid.current} ${text}`.trim();
    const said = unsaid.current;
    setAnnouncement(({ number }) => ({ text: said, number: number + 1 }));
  }, []);
  useEffect(() => {
    unsaid.current = '';
  }, [announcement]);
  return [announcement, announce];
}

/** Reads its message aloud in a screen reader without moving the focus. */
export function LiveMessage({ message }: { message: Announcement }) {
  return (
    <div className="visually-hidden" role="status" data-testid="announcement">
      <span key={message.number}>{message.text}</span>
    </div>
  );
}
