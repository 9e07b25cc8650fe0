import { createBookingRequestSchema, signInRequestSchema } from '@tapaamo/contracts';
import { issuesOf } from './issues.js';

describe('problems of fields', () => {
  it('are none when the values fit', () => {
    expect(issuesOf(signInRequestSchema, { email: 'a@example.fi', password: 'x' })).toEqual([]);
  });

  it('tell an empty field from a wrong one', () => {
    expect(issuesOf(signInRequestSchema, { email: 'a@', password: '' })).toEqual([
      { field: 'email', code: 'field.email-invalid' },
      { field: 'password', code: 'field.missing' },
    ]);
  });

  it('tell a name that is too short from one that is too long', () => {
    const booking = {
      serviceId: 'b0c5a3e0-0000-4000-8000-000000000001',
      date: '2026-12-14',
      time: '10:00',
      clientEmail: 'a@example.fi',
    };
    const codes = ['A', 'A'.repeat(200)].map((clientName) =>
      issuesOf(createBookingRequestSchema, { ...booking, clientName }),
    );
    expect(codes).toEqual([
      [{ field: 'clientName', code: 'field.name-invalid' }],
      [{ field: 'clientName', code: 'field.too-long' }],
    ]);
  });
});
