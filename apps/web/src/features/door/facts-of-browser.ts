import type { BrowserFacts } from './in-app-browser.js';

/** What this browser says of itself. */
export function factsOfBrowser(): BrowserFacts {
  const media = navigator.mediaDevices as Partial<MediaDevices> | undefined;
  const hasMedia = media?.getUserMedia !== undefined && typeof RTCPeerConnection !== 'undefined';
  return {
    calledItself: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
    hasMedia,
  };
}
