import { useEffect, type RefObject } from 'react';
import type { DrawnPicture } from './picture-wishes.js';

/** A window that is being dragged is told of when it rests. */
const SETTLED_MS = 400;

/** Told how a picture is drawn. */
export type OnDrawn = (consumerId: string, drawn: DrawnPicture) => void;

/** Watches how large a picture is drawn in real pixels, and whether any of it is in view, on the page or in the small window. */
export function useDrawnPicture(
  frame: RefObject<HTMLElement | null>,
  consumerId: string,
  onDrawn: OnDrawn,
): void {
  useEffect(() => {
    const element = frame.current;
    if (element === null) {
      return undefined;
    }
    const isInSmallWindow = () => element.contains(document.pictureInPictureElement);
    const drawn: DrawnPicture = { isSeen: true, height: 0, isInSmallWindow: isInSmallWindow() };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(() => onDrawn(consumerId, { ...drawn }), SETTLED_MS);
    };
    // At once: the page is often left in the same moment, and a page in the background has slow timers.
    const looked = () => {
      drawn.isInSmallWindow = isInSmallWindow();
      onDrawn(consumerId, { ...drawn });
    };
    const sizes = new ResizeObserver(([entry]) => {
      drawn.height = (entry?.contentRect.height ?? 0) * devicePixelRatio;
      changed();
    });
    const views = new IntersectionObserver((entries) => {
      drawn.isSeen = entries.at(-1)?.isIntersecting !== false;
      changed();
    });
    sizes.observe(element);
    views.observe(element);
    element.addEventListener('enterpictureinpicture', looked);
    element.addEventListener('leavepictureinpicture', looked);
    return () => {
      clearTimeout(timer);
      sizes.disconnect();
      views.disconnect();
      element.removeEventListener('enterpictureinpicture', looked);
      element.removeEventListener('leavepictureinpicture', looked);
    };
  }, [frame, consumerId, onDrawn]);
}
