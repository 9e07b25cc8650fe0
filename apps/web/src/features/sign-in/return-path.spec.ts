import { returnPath, signInAddress } from './return-path.js';

describe('the way back after signing in', () => {
  it('leads to the page that was asked for', () => {
    const { search } = new URL(signInAddress('/visits/1?x=2'), 'https://tapaamo.example');
    expect(returnPath(search)).toBe('/visits/1?x=2');
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/a b',
  ])('does not lead to %s', (next) => {
    expect(returnPath(`?next=${encodeURIComponent(next)}`)).toBeUndefined();
  });

  it('is not there when nothing was asked for', () => {
    expect([returnPath(''), signInAddress('/')]).toEqual([undefined, '/']);
  });
});
