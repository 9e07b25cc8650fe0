import { deviceOf, unsuitableBrowser, type BrowserFacts } from '../in-app-browser.js';

/** Where in a browser the camera and the microphone are allowed; one list of steps each. */
export type PermissionHelp =
  | 'chromium-computer'
  | 'firefox-computer'
  | 'safari-mac'
  | 'chromium-android'
  | 'firefox-android'
  | 'safari-ios'
  | 'other-ios'
  | 'in-app'
  | 'unknown';

/** Which system may itself keep a browser from the camera; null where it does not, or is not known. */
export type SystemHelp = 'windows' | 'mac' | 'android' | 'ios' | null;

/** Which steps lead to the permission in a browser. In doubt general ones. */
export function permissionHelpOf(facts: BrowserFacts): PermissionHelp {
  const { calledItself, touchPoints } = facts;
  if (unsuitableBrowser(facts)?.kind === 'in-app') {
    return 'in-app';
  }
  const isFirefox = /\bFirefox\//.test(calledItself);
  switch (deviceOf(calledItself, touchPoints)) {
    case 'ios':
      // There every browser is Safari's engine, but only Safari keeps the permission with the page.
      return /\b(?:CriOS|FxiOS|EdgiOS|OPT|OPiOS|DuckDuckGo|YaBrowser|Ddg|Brave)\//.test(
        calledItself,
      )
        ? 'other-ios'
        : 'safari-ios';
    case 'android':
      return isFirefox ? 'firefox-android' : 'chromium-android';
    case 'other':
      return onComputer(calledItself, isFirefox);
  }
}

/** What to look at when the browser allows it and the system does not. */
export function systemHelpOf({ calledItself, touchPoints }: BrowserFacts): SystemHelp {
  const device = deviceOf(calledItself, touchPoints);
  if (device !== 'other') {
    return device;
  }
  if (/Windows/.test(calledItself)) {
    return 'windows';
  }
  return /Macintosh/.test(calledItself) ? 'mac' : null;
}

function onComputer(calledItself: string, isFirefox: boolean): PermissionHelp {
  if (isFirefox) {
    return 'firefox-computer';
  }
  // Chrome, Edge and their kin call themselves Chrome as well as Safari.
  if (/Chrom(?:e|ium)\//.test(calledItself)) {
    return 'chromium-computer';
  }
  return /Macintosh.*\bSafari\//.test(calledItself) ? 'safari-mac' : 'unknown';
}
