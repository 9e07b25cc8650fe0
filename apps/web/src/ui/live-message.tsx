import { useCallback, useState } from 'react';

/** What a live region says; the number tells two equal sentences apart. */
export interface Announcement {
  text: string;
  number: number;
}

/** Holds what a live region says next. */
export function useAnnouncement(): [Announcement, (text: string) => void] {
  const [announcement, setAnnouncement] = useState<Announcement>({ text: '', number: 0 });
  const announce = useCallback((text: string) => {
    setAnnouncement((previous) => ({ text, number: previous.number + 1 }));
  }, []);
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
