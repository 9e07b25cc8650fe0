import { QueryFailedError } from 'typeorm';
import { blockedBy } from './blocked.js';

const failed = (code: string): Error =>
  new QueryFailedError('DELETE', [], Object.assign(new Error('no'), { code }));

describe('why a visit cannot be forgotten', () => {
  it.each([
    ['23503', 'refused'],
    ['23514', 'refused'],
    ['P0001', 'refused'],
    ['40001', 'busy'],
    ['40P01', 'busy'],
    ['55P03', 'busy'],
    ['57014', 'too-slow'],
    ['XX001', 'damaged'],
    ['XX002', 'damaged'],
  ])('%s is one visit’s own: %s', (code, blocked) => {
    expect(blockedBy(failed(code))).toBe(blocked);
  });

  it.each(['53100', '53200', '53300', '57P01', '58030', '25006', '42P01', '42703', '42501'])(
    '%s is no visit’s own',
    (code) => {
      expect(blockedBy(failed(code))).toBeNull();
    },
  );

  it('nothing else is one visit’s own', () => {
    expect(blockedBy(new Error('Connection terminated unexpectedly'))).toBeNull();
    expect(blockedBy(new TypeError('no'))).toBeNull();
  });
});
