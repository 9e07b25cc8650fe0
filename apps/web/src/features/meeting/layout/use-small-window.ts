import { useEffect, useState, type RefObject } from 'react';

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
  useEffect(() => {
    const element = place.current;
    const look = () => setIsOpen(document.pictureInPictureElement !== null);
    // They bubble from the picture that is shown.
    element?.addEventListener('enterpictureinpicture', look);
    element?.addEventListener('leavepictureinpicture', look);
    return () => {
      element?.removeEventListener('enterpictureinpicture', look);
      element?.removeEventListener('leavepictureinpicture', look);
    };
  }, [place]);
  const toggle = () => {
    const act =
      document.pictureInPictureElement === null
        ? open(firstPicture(place.current))
        : document.exitPictureInPicture();
    act.then(
      () => setIsOpen(document.pictureInPictureElement !== null),
      () => setIsOpen(false),
    );
  };
  // Not every browser has it, whatever the types say.
  const isThere = (document as Partial<Document>).pictureInPictureEnabled === true;
  return isThere ? { isOpen, toggle } : undefined;
}

/** The others stand in figures; the person's own picture is shown while there is none of them. */
function firstPicture(place: HTMLElement | null): HTMLVideoElement | null | undefined {
  return place?.querySelector<HTMLVideoElement>('figure video') ?? place?.querySelector('video');
}

async function open(picture: HTMLVideoElement | null | undefined): Promise<void> {
  if (picture) {
    // No button of the browser's own over every face; this one was asked for.
    picture.disablePictureInPicture = false;
    await picture.requestPictureInPicture();
  }
}
