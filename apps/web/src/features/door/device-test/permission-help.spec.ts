import { permissionHelpOf, systemHelpOf } from './permission-help.js';

const facts = (calledItself: string, touchPoints = 0) => ({
  calledItself,
  touchPoints,
  hasMedia: true,
});
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const LINUX = 'Mozilla/5.0 (X11; Linux x86_64)';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K)';
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';
const MOBILE = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36';
const SAFARI = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Safari/605.1.15';

describe('help to allow the camera', () => {
  it.each([
    ['Chrome on Windows', `${WINDOWS} ${CHROME}`, 0, 'chromium-computer', 'windows'],
    ['Edge on Windows', `${WINDOWS} ${CHROME} Edg/131.0.0.0`, 0, 'chromium-computer', 'windows'],
    ['Chrome on a Mac', `${MAC} ${CHROME}`, 0, 'chromium-computer', 'mac'],
    ['Chrome on Linux', `${LINUX} ${CHROME}`, 0, 'chromium-computer', null],
    [
      'Firefox on Windows',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0',
      0,
      'firefox-computer',
      'windows',
    ],
    [
      'Firefox on a Mac',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:133.0) Gecko/20100101 Firefox/133.0',
      0,
      'firefox-computer',
      'mac',
    ],
    ['Safari on a Mac', `${MAC} ${SAFARI}`, 0, 'safari-mac', 'mac'],
    ['an iPad that says it is a Mac', `${MAC} ${SAFARI}`, 5, 'safari-ios', 'ios'],
    [
      'Safari on an iPhone',
      `${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`,
      5,
      'safari-ios',
      'ios',
    ],
    [
      'Chrome on an iPhone',
      `${IPHONE} CriOS/131.0.6778.154 Mobile/15E148 Safari/604.1`,
      5,
      'other-ios',
      'ios',
    ],
    [
      'Firefox on an iPhone',
      `${IPHONE} FxiOS/133.0 Mobile/15E148 Safari/605.1.15`,
      5,
      'other-ios',
      'ios',
    ],
    ['Chrome on Android', `${ANDROID} ${MOBILE}`, 5, 'chromium-android', 'android'],
    [
      'Samsung Internet',
      `${ANDROID} AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36`,
      5,
      'chromium-android',
      'android',
    ],
    [
      'Firefox on Android',
      'Mozilla/5.0 (Android 15; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0',
      5,
      'firefox-android',
      'android',
    ],
    ['WhatsApp', `${IPHONE} Mobile/15E148 WhatsApp/2.24.25.77`, 5, 'in-app', 'ios'],
    [
      'Instagram',
      'Mozilla/5.0 (Linux; Android 15; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0.6778.260 Mobile Safari/537.36 Instagram 361.0.0.46.88 Android',
      5,
      'in-app',
      'android',
    ],
    ['one that says nothing', '', 0, 'unknown', null],
  ])('is of %s', (_, calledItself, touchPoints, help, system) => {
    expect(permissionHelpOf(facts(calledItself, touchPoints))).toBe(help);
    expect(systemHelpOf(facts(calledItself, touchPoints))).toBe(system);
  });
});
