import fc from 'fast-check';
import { judgeJson } from './plain-json.js';

describe('judgeJson', () => {
  it('accepts any small JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const parsed: unknown = JSON.parse(JSON.stringify(value));
        fc.pre(!/__proto__|constructor|prototype/.test(JSON.stringify(value)));
        expect(judgeJson(parsed)).toBe('plain');
      }),
    );
  });

  it.each([
    ['bytes', Buffer.from('x')],
    ['bytes inside', { body: new Uint8Array(4) }],
    ['a buffer inside a list', [new ArrayBuffer(4)]],
    ['a function', { run: () => undefined }],
    ['undefined', undefined],
    ['a date', new Date(0)],
    ['a name that reaches into prototypes', JSON.parse('{"a":[{"__proto__":{"isAdmin":true}}]}')],
    ['another such name', JSON.parse('{"constructor":{"prototype":{}}}')],
  ])('finds %s not plain', (_what, message) => {
    expect(judgeJson(message)).toBe('not-plain');
  });

  it.each([
    ['a long text', 'x'.repeat(32 * 1024 + 1)],
    ['many texts', Array(100).fill('x'.repeat(400))],
    ['long names', { ['x'.repeat(33_000)]: 1 }],
    ['many values', Array(5_000).fill(0)],
    ['many levels', JSON.parse('['.repeat(40) + ']'.repeat(40))],
  ])('finds %s too large', (_what, message) => {
    expect(judgeJson(message)).toBe('too-large');
  });
});
