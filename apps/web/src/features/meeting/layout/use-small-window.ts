import { useState, type RefObject } from 'react';

/** The browser's small window, in which the meeting stays in view beside other programmes. */
export interface SmallWindow {
  isOpen: boolean;
  toggle: () => void;
}

/**
 * Shows the picture that stands first in a small window of the browser's own.
 *
 * @param place - Where the pictures are.
 * @returns Undefined where the browser has none.
 */
export function useSmallWindow(place: RefObject<HTMLElement | null>): SmallWindow | undefined {
  const [isOpen, setIsOpen] = useState(false);
  const look = () => setIsOpen(document.pictureInPictureElement !== null);
  const toggle = () => {
    const act =
      document.pictureInPictureElement === null
        ? open(firstPicture(place.current), look)
        : document.exitPictureInPicture();
    act.then(look, () => setIsOpen(false));
  };
  // Not every browser has it, whatever the types say.
  const isThere = (document as Partial<Document>).pictureInPictureEnabled === true;
  return isThere ? { isOpen, toggle } : undefined;
}

/** The others stand in figures; the person's own picture is shown while there is none of them. */
function firstPicture(place: HTMLElement | null): HTMLVideoElement | null | undefined {
  return place?.querySelector<HTMLVideoElement>('figure video') ?? place?.querySelector('video');
}

async function open(
  picture: HTMLVideoElement | null | undefined,
  onLeft: () => void,
): Promise<void> {
  if (picture) {
    // No button of the browser's own over every face; this one was asked for.
    picture.disablePictureInPicture = false;
    await picture.requestPictureInPicture();
    // Heard of the picture itself: it may be gone from the page by then.
    picture.addEventListener('leavepictureinpicture', onLeft, { once: true });
  }
}
