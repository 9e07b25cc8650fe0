import type { Booking, VisitParticipant } from '@tapaamo/contracts';
import { copyOf } from './copy-of.js';

const booking = {
  serviceId: 'b0c5a3e0-0000-4000-8000-000000000001',
  client: { name: 'Onni', phone: null, email: null, withheld: false, language: 'sv' },
  clientIsMinor: true,
  nonDisclosure: false,
  startsAt: '2026-12-14T08:30:00.000Z',
  endsAt: '2026-12-14T09:15:00.000Z',
} as Booking;
const person = (role: VisitParticipant['role'], phone: string | null = null) => ({
  role,
  name: `${role} Virtanen`,
  contact: { phone, email: null, withheld: phone === null },
  interpreterLanguage: role === 'interpreter' ? ('so' as const) : null,
});

describe('a booking like another', () => {
  it('is a week later, with whoever came along but for the student', () => {
    const people = [
      person('client'),
      person('guardian', '+358401234567'),
      person('interpreter'),
      person('observer'),
      person('professional'),
    ];
    const { date, time, participants } = copyOf(booking, people, '2026-12-01');
    expect([date, time]).toEqual(['21.12.2026', '10.30']);
    expect(participants).toEqual([
      {
        role: 'guardian',
        name: 'guardian Virtanen',
        phone: '+358401234567',
        email: '',
        language: '',
        interpreterLanguage: '',
        hetu: '',
      },
      {
        role: 'interpreter',
        name: 'interpreter Virtanen',
        phone: '',
        email: '',
        language: '',
        interpreterLanguage: 'so',
        hetu: '',
      },
    ]);
  });

  it('asks for a guardian of a minor where none is known', () => {
    const { participants } = copyOf(booking, [], '2026-12-01');
    expect(participants.map(({ role }) => role)).toEqual(['guardian']);
    expect(copyOf({ ...booking, clientIsMinor: false }, [], '2026-12-01').participants).toEqual([]);
  });
});
