import {
  cannotDecode,
  isTemporary,
  isWithoutLine,
  SignallingRefusal,
} from './signalling-refusal.js';

describe('a refusal of the node', () => {
  it.each(['request.too-many', 'service.deadline-exceeded', 'media.worker-unavailable'] as const)(
    'is for now only: %s',
    (code) => {
      expect(isTemporary(new SignallingRefusal(code))).toBe(true);
    },
  );

  it.each(['request.invalid', 'meeting.not-admitted', 'media.capabilities-unsupported'] as const)(
    'stays: %s',
    (code) => {
      expect(isTemporary(new SignallingRefusal(code))).toBe(false);
    },
  );

  it('is told from a lost line and from other errors', () => {
    const lost = new SignallingRefusal('no-line');
    expect([isTemporary(lost), isWithoutLine(lost)]).toEqual([false, true]);
    expect([isTemporary(new Error()), isWithoutLine(new Error())]).toEqual([false, false]);
  });

  it('says that the browser cannot decode, as the media library says it too', () => {
    const unsupported = Object.assign(new Error(), { name: 'UnsupportedError' });
    const refusal = new SignallingRefusal('media.capabilities-unsupported');
    expect([unsupported, refusal, new Error()].map(cannotDecode)).toEqual([true, true, false]);
  });
});
