import { NOT_NARROWED, queryOf, unreadableDays, withDaysRead } from './filters.js';

describe('the query of filters', () => {
  it('holds what was filled in, tidied', () => {
    const filters = { ...NOT_NARROWED, visit: ' 0b2f ', event: 'visit.ended' };
    expect(queryOf(filters, { format: 'csv' })).toBe('?event=visit.ended&visit=0b2f&format=csv');
  });

  it('is nothing when nothing was', () => {
    expect(queryOf(NOT_NARROWED)).toBe('');
  });
});

describe('the days of filters', () => {
  const read = (from: string, to = '') => withDaysRead({ ...NOT_NARROWED, from, to }, '2027-01-10');

  it('are read as they are written, without a year as days that were', () => {
    expect(read('5.1.2027', '14.12.')).toMatchObject({ from: '2027-01-05', to: '2026-12-14' });
    expect(unreadableDays(read('5.1.2027'))).toEqual([]);
  });

  it('are told of when they cannot be read', () => {
    expect(unreadableDays(read('31.2.2027', 'eilen'))).toEqual(['from', 'to']);
  });
});
