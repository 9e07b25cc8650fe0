import { unsuitableBrowser, type BrowserFacts } from './in-app-browser.js';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const PIXEL =
  'Mozilla/5.0 (Linux; Android 15; Pixel 8 Build/AP4A.250105.002; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0.6778.260 Mobile Safari/537.36';

const facts = (calledItself: string, more: Partial<BrowserFacts> = {}): BrowserFacts => ({
  calledItself,
  touchPoints: 0,
  hasMedia: true,
  ...more,
});

describe('a browser inside an app', () => {
  it.each([
    [
      'Facebook',
      `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/497.0.0.41.109;FBBV/689163243;FBDV/iPhone15,2;FBMD/iPhone;FBSN/iOS;FBSV/18.5;FBSS/3;FBCR/;FBID/phone;FBLC/fi_FI;FBOP/80]`,
      'ios',
    ],
    ['Facebook', `${PIXEL} [FB_IAB/FB4A;FBAV/498.1.0.64.74;IABMV/1;]`, 'android'],
    [
      'Messenger',
      `${IPHONE} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/489.0.0.37.108;FBBV/680934310;FBDV/iPhone14,5;FBLC/fi_FI;FBOP/5]`,
      'ios',
    ],
    ['Messenger', `${PIXEL} [FB_IAB/Orca-Android;FBAV/491.0.0.47.109;]`, 'android'],
    [
      'Instagram',
      `${IPHONE} Mobile/15E148 Instagram 361.0.0.35.82 (iPhone15,3; iOS 18_5; fi_FI; fi; scale=3.00; 1290x2796; 674117118) NW/3`,
      'ios',
    ],
    [
      'Instagram',
      `${PIXEL} Instagram 361.0.0.46.88 Android (35/15; 420dpi; 1080x2219; Google/google; Pixel 8; shiba; shiba; fi_FI; 674675155)`,
      'android',
    ],
    ['LinkedIn', `${IPHONE} Mobile/15E148 [LinkedInApp]/9.30.4153`, 'ios'],
    ['LinkedIn', `${PIXEL} [LinkedInApp]`, 'android'],
    ['Gmail', `${IPHONE} GSA/353.1.720279278 Mobile/15E148 Safari/604.1`, 'ios'],
    ['Outlook', `${IPHONE} Mobile/15E148 Outlook-iOS/715.5533819.prod.iphone (4.2449.0)`, 'ios'],
    ['Outlook', `${PIXEL} Outlook-Android/2.0`, 'android'],
    ['WhatsApp', `${IPHONE} Mobile/15E148 WhatsApp/2.24.25.77`, 'ios'],
    [
      'WeChat',
      `${IPHONE} Mobile/15E148 MicroMessenger/8.0.54(0x18003630) NetType/WIFI Language/en`,
      'ios',
    ],
    [
      'WeChat',
      `${PIXEL} MMWEBID/4505 MicroMessenger/8.0.54.2760(0x28003653) WeChat/arm64 Weixin NetType/WIFI Language/en`,
      'android',
    ],
    [
      'TikTok',
      `${IPHONE} Mobile/15E148 musical_ly_37.8.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/fi Region/FI BytedanceWebview/d8a21c6`,
      'ios',
    ],
    [
      'TikTok',
      `${PIXEL} trill_370802 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/trill ByteLocale/fi BytedanceWebview/d8a21c6`,
      'android',
    ],
    ['Teams', `${IPHONE} Mobile/15E148 TeamsMobile-iOS`, 'ios'],
    ['Teams', `${PIXEL} TeamsMobile-Android`, 'android'],
    ['Line', `${IPHONE} Mobile/15E148 Safari Line/14.21.0`, 'ios'],
    ['Line', `${PIXEL} Line/14.21.1/IAB`, 'android'],
    [
      'Snapchat',
      `${IPHONE} Mobile/15E148 Snapchat/13.21.0.43 (like Safari/8620.1.16.10.11, panda)`,
      'ios',
    ],
    [
      'Snapchat',
      `${PIXEL} Snapchat/13.22.0.39 (Pixel 8; Android 15#12650793#35; gzip; )`,
      'android',
    ],
    ['a view of another app', `${IPHONE} Mobile/15E148`, 'ios'],
    ['a view of another app', PIXEL, 'android'],
  ])('is known: %s, %s', (_app, calledItself, device) => {
    expect(unsuitableBrowser(facts(calledItself))).toEqual({ kind: 'in-app', device });
  });
});

describe('a browser of its own', () => {
  it.each([
    ['Safari', `${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`],
    ['Chrome on an iPhone', `${IPHONE} CriOS/131.0.6778.154 Mobile/15E148 Safari/604.1`],
    ['Firefox on an iPhone', `${IPHONE} FxiOS/133.0 Mobile/15E148 Safari/605.1.15`],
    ['Edge on an iPhone', `${IPHONE} Version/18.0 EdgiOS/131.0.2903.92 Mobile/15E148 Safari/604.1`],
    ['DuckDuckGo', `${IPHONE} Version/18.5 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15`],
    [
      'Chrome',
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
    ],
    [
      'Samsung Internet',
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
    ],
    ['Firefox', 'Mozilla/5.0 (Android 15; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0'],
    [
      'Chrome on a computer',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
    ],
    [
      'Edge on a computer',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
    ],
    [
      'Firefox on a computer',
      'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0',
    ],
    [
      'Safari on a Mac',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Safari/605.1.15',
    ],
    ['one that says nothing', ''],
  ])('is left alone: %s', (_name, calledItself) => {
    expect(unsuitableBrowser(facts(calledItself))).toBeNull();
  });

  it('is left alone on an iPad that says it is a Mac', () => {
    const ipad =
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Safari/605.1.15';
    expect(unsuitableBrowser(facts(ipad, { touchPoints: 5 }))).toBeNull();
  });
});

describe('a browser without a way to the camera', () => {
  it.each([
    [`${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`, 0, 'ios'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)',
      5,
      'ios',
    ],
    [PIXEL, 0, 'android'],
    ['Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko', 0, 'other'],
  ])('is told of whatever it is called', (calledItself, touchPoints, device) => {
    expect(unsuitableBrowser({ calledItself, touchPoints, hasMedia: false })).toEqual({
      kind: 'no-camera',
      device,
    });
  });
});
