import { nameOfProfessional, professionalThere } from './name-of-professional.js';

const one = (participantId: string, role: 'professional' | 'guardian' = 'professional') => ({
  participantId,
  role,
  connected: true,
});
const inviter = { name: 'Anna', participantId: 'anna' };

/** Who is spoken of, by the name that the client reads. */
const told = (others: ReturnType<typeof one>[], lastLeft?: ReturnType<typeof one>) =>
  nameOfProfessional(professionalThere({ others, lastLeft }), inviter);

describe('the name of a professional', () => {
  it('is the inviter’s for the inviter, and nobody’s for a colleague or a stand-in', () => {
    expect(nameOfProfessional(one('anna'), inviter)).toBe('Anna');
    expect(nameOfProfessional(one('stand-in'), inviter)).toBeUndefined();
  });

  it('is not told before the door has told who the inviter is, nor when it tells no name', () => {
    expect(nameOfProfessional(one('anna'), { ...inviter, participantId: null })).toBeUndefined();
    expect(nameOfProfessional(undefined, { ...inviter, participantId: null })).toBeUndefined();
    expect(nameOfProfessional(one('anna'), { ...inviter, name: undefined })).toBeUndefined();
  });

  it('is told of who speaks with the person alone, when that is the inviter', () => {
    expect(told([one('anna')])).toBe('Anna');
    expect(told([one('mother', 'guardian'), one('anna')])).toBe('Anna');
    expect(told([one('stand-in')])).toBeUndefined();
    expect(told([one('stand-in')], one('anna'))).toBeUndefined();
  });

  it('is nobody’s while two may be meant, or nobody has been there', () => {
    expect(told([one('anna'), one('stand-in')])).toBeUndefined();
    expect(told([])).toBeUndefined();
  });

  it('is of who left last, when that was one', () => {
    expect(told([], one('anna'))).toBe('Anna');
    expect(told([], one('stand-in'))).toBeUndefined();
    expect(told([], one('mother', 'guardian'))).toBeUndefined();
  });
});
