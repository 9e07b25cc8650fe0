import type { SealedIdentification } from '../identification.entity.js';
import { verdictAtTheDoor, type FoundBySession } from './verdict-at-the-door.js';

const found = (sessionId: string, more: Partial<SealedIdentification>): FoundBySession => ({
  participantId: 'p',
  sessionId,
  finding: {
    result: 'same-person',
    basis: 'identity-code',
    nameDiffers: false,
    birthDateDiffers: false,
    assurance: 'substantial',
    identifiedAt: '2027-02-10T08:00:00.000Z',
    method: 'bank',
    ...more,
  },
});
const contradicting = { birthDateDiffers: true };

describe('what is said of whoever stands at the door by a link', () => {
  it('is their own finding, where it proves who they are', () => {
    const all = [found('own', {}), found('other', { result: 'different-code' })];
    expect(verdictAtTheDoor('own', all)).toMatchObject({
      verdict: { result: 'same-person' },
      isOther: false,
    });
  });

  it('is the most doubtful one of all otherwise: a day of birth that contradicts the code proves nothing', () => {
    const all = [found('own', contradicting), found('other', { result: 'different-code' })];
    expect(verdictAtTheDoor('own', all)).toMatchObject({
      verdict: { result: 'different-code' },
      isOther: true,
    });
  });

  it('is one’s own of two that are equally doubtful', () => {
    const twice = [
      found('other', { result: 'different-code' }),
      found('own', { result: 'different-code' }),
    ];
    expect(verdictAtTheDoor('own', twice)?.isOther).toBe(false);
  });

  it('is a doubt that another browser left, also where nobody need be identified', () => {
    expect(verdictAtTheDoor('own', [found('other', contradicting)])).toMatchObject({
      verdict: { result: 'same-person', birthDateDiffers: true },
      isOther: true,
    });
    expect(verdictAtTheDoor('own', [found('other', {})])).toBeNull();
  });
});
