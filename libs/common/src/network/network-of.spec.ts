import fc from 'fast-check';
import { networkOf } from './network-of.js';

describe('networkOf', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1:2', '2001:db8:0:0::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'],
    ['2001:0DB8::a', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
  ])('of %j is %j', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is a site where that is asked', () => {
    expect(networkOf('2001:db8:1:2::9', 3)).toBe('2001:db8:1::/48');
    expect(networkOf('192.0.2.7', 3)).toBe('192.0.2.7');
  });

  const group = fc.integer({ min: 0, max: 0xffff });
  const four = fc.tuple(group, group, group, group);
  const written = (groups: number[]) =>
    new URL(`http://[${groups.map(hex).join(':')}]`).hostname.slice(1, -1);
  const hex = (value: number) => value.toString(16);

  it('is one for all addresses of a /64 and differs between two, however they are written', () => {
    fc.assert(
      fc.property(four, four, four, four, (network, host, otherHost, other) => {
        const of = (groups: number[]) => networkOf(written(groups));
        expect(of([...network, ...host])).toBe(of([...network, ...otherHost]));
        fc.pre(network.join() !== other.join());
        expect(of([...network, ...host])).not.toBe(of([...other, ...host]));
      }),
    );
  });
});
