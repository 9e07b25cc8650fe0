import { isOperator } from './is-operator.js';

const from = (remoteAddress: string | undefined, headers = {}) => ({
  socket: remoteAddress === undefined ? {} : { remoteAddress },
  headers,
});

describe('a request from the installation’s own network', () => {
  it.each(['127.0.0.1', '::1', '::ffff:10.1.2.3', '172.16.5.4', '192.168.1.1', 'fd00::1'])(
    'is one from %s',
    (address) => {
      expect(isOperator(from(address))).toBe(true);
    },
  );

  it.each(['8.8.8.8', '172.32.0.1', '::ffff:193.166.3.2', '2001:db8::1', '', undefined])(
    'is none from %s',
    (address) => {
      expect(isOperator(from(address))).toBe(false);
    },
  );

  it.each(['x-forwarded-for', 'forwarded'])('is none that came through a proxy (%s)', (header) => {
    expect(isOperator(from('127.0.0.1', { [header]: '127.0.0.1' }))).toBe(false);
  });

  it('is none from the proxy’s address, which may pass anybody on without a word', () => {
    const isProxy = (address: string) => address === '10.0.0.9';
    expect(isOperator(from('::ffff:10.0.0.9'), isProxy)).toBe(false);
    expect(isOperator(from('10.0.0.8'), isProxy)).toBe(true);
  });
});
