import { isTrustedProxy } from './trusted-proxy.js';

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
