/** How the right browser is reached from where the person is. */
export type Device = 'ios' | 'android' | 'other';

/** Why the meeting will not work well in this browser. */
export interface Unsuitable {
  /** It has no way to a camera at all, or an app's own browser that often gets none. */
  kind: 'no-camera' | 'in-app';
  device: Device;
}

/** What decides: the page asks the browser, a test says it. */
export interface BrowserFacts {
  /** The `User-Agent` that it sends. */
  calledItself: string;
  /** `navigator.maxTouchPoints`: an iPad says that it is a Mac. */
  touchPoints: number;
  /** Whether there is `getUserMedia` and `RTCPeerConnection`. */
  hasMedia: boolean;
}

/**
 * What apps' own browsers call themselves: Facebook and Messenger (FBAN, FBAV, FB_IAB), Instagram, LinkedIn, WhatsApp,
 * WeChat, TikTok, Line, Snapchat, Teams, Outlook, X, Pinterest, Telegram, and Gmail by the Google app's mark.
 */
const APPS =
  /\b(?:FBAN|FBAV|FB_IAB|FBIOS|Messenger|MessengerForiOS|Instagram|LinkedInApp|WhatsApp|MicroMessenger|musical_ly|BytedanceWebview|TikTok|trill|Line|Snapchat|Teams|TeamsMobile(?:-\w+)?|Outlook(?:-iOS|-Android)?|Twitter|Pinterest|Telegram(?:-Android)?|GSA)\b/i;

/** Android marks the view that an app shows pages in. */
const ANDROID_VIEW = /; wv\)/;

/** On an iPhone Safari and the browsers that may stand in for it say so; a bare view of an app does not. */
const IOS_BROWSER = /\b(?:Safari|CriOS|FxiOS|EdgiOS|OPT|OPiOS|DuckDuckGo|YaBrowser|Ddg|Brave)\//;

/**
 * Whether the visit should be opened in another browser. What the browser can do comes first; its name only tells of apps
 * whose browsers have the means and are refused the camera. In doubt it is suitable: the notice keeps nobody out.
 *
 * @returns Null when nothing speaks against it.
 */
export function unsuitableBrowser({
  calledItself,
  touchPoints,
  hasMedia,
}: BrowserFacts): Unsuitable | null {
  const device = deviceOf(calledItself, touchPoints);
  if (!hasMedia) {
    return { kind: 'no-camera', device };
  }
  const isView =
    ANDROID_VIEW.test(calledItself) || (device === 'ios' && !IOS_BROWSER.test(calledItself));
  return APPS.test(calledItself) || isView ? { kind: 'in-app', device } : null;
}

/** What the person holds in their hands. */
export function deviceOf(calledItself: string, touchPoints: number): Device {
  if (/Android/.test(calledItself)) {
    return 'android';
  }
  const isIpad = /Macintosh/.test(calledItself) && touchPoints > 1;
  return isIpad || /iPhone|iPad|iPod/.test(calledItself) ? 'ios' : 'other';
}
