import { isTrustedProxy, publicProxies } from './trusted-proxy.js';

describe('isTrustedProxy', () => {
  it.each(['loopback', 'uniquelocal', '10.1.2.3', '10.0.0.0/8', '192.0.2.7/32', '::1', 'fd00::/8'])(
    'takes %s',
    (word) => {
      expect(isTrustedProxy(word)).toBe(true);
    },
  );

  // The whole Internet must not be able to choose its own address.
  it.each([
    '',
    'true',
    '*',
    '1',
    'proxy.example',
    '10.0.0.0/0',
    '10.0.0.0/33',
    '::/0',
    '10.0.0.0/8/8',
    '10.0.0.0/x',
  ])('refuses %j', (word) => {
    expect(isTrustedProxy(word)).toBe(false);
  });
});

describe('publicProxies', () => {
  const TRUSTED_PROXIES = ['loopback', '10.1.0.0/16', '192.0.2.7', 'fd00::7'];
  const isProxy = publicProxies({ NODE_ENV: 'production', TRUSTED_PROXIES });

  it.each(['127.0.0.1', '127.9.9.9', '::1', '10.1.2.3', '::ffff:10.1.2.3', '192.0.2.7', 'fd00::7'])(
    'knows %s',
    (address) => {
      expect(isProxy(address)).toBe(true);
      expect(publicProxies({ NODE_ENV: 'development', TRUSTED_PROXIES })(address)).toBe(false);
    },
  );

  it.each(['10.2.0.1', '192.0.2.8', 'fd00::8', '', 'unknown'])('does not know %j', (address) => {
    expect(isProxy(address)).toBe(false);
  });
});
