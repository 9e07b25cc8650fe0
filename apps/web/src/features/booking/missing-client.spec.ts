import { whyClientIsMissing } from './missing-client.js';

const booking = { purgeDueAt: '2027-03-14T10:00:00Z' };
const due = Date.parse(booking.purgeDueAt);

describe('a booking that names no client', () => {
  it('was forgotten once the due instant is here', () => {
    expect([whyClientIsMissing(booking, due), whyClientIsMissing(booking, due + 1)]).toEqual([
      'clientForgotten',
      'clientForgotten',
    ]);
  });

  it('cannot be opened while it is not due yet', () => {
    expect(whyClientIsMissing(booking, due - 1)).toBe('clientSealed');
  });
});
