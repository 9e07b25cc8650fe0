import type { OtherParticipant } from './connection/meeting-state.js';
import { presenceNews } from './presence-news.js';

const person = (participantId: string, connected = true): OtherParticipant => ({
  participantId,
  role: 'guardian',
  connected,
});
const [mother, father] = [person('mother'), person('father')];

describe('news of who is there', () => {
  it('tells who came, and first of all who is there already', () => {
    expect(presenceNews([], [mother, father])).toEqual({ came: [mother, father], went: [] });
    expect(presenceNews([mother], [mother, father])).toEqual({ came: [father], went: [] });
  });

  it('tells who went while somebody stays', () => {
    expect(presenceNews([mother, father], [father], mother)).toEqual({ came: [], went: [mother] });
    expect(presenceNews([mother], [], mother)).toEqual({ came: [], went: [] });
  });

  it('does not tell that somebody went who is only not seated again yet', () => {
    expect(presenceNews([mother, father], [father])).toEqual({ came: [], went: [] });
    expect(presenceNews([mother, father], [father], person('student')).went).toEqual([]);
  });

  it('tells of who came back, and nothing of who was there all the time', () => {
    const away = person('father', false);
    expect(presenceNews([mother, father], [mother, away])).toEqual({ came: [], went: [] });
    expect(presenceNews([mother, away], [mother, father])).toEqual({ came: [father], went: [] });
    expect(presenceNews([mother, father], [person('father'), person('mother')])).toEqual({
      came: [],
      went: [],
    });
  });
});
