import { NOT_NARROWED, queryOf } from './filters.js';

describe('the query of filters', () => {
  it('holds what was filled in, tidied', () => {
    const filters = { ...NOT_NARROWED, visit: ' 0b2f ', event: 'visit.ended' };
    expect(queryOf(filters, { format: 'csv' })).toBe('?event=visit.ended&visit=0b2f&format=csv');
  });

  it('is nothing when nothing was', () => {
    expect(queryOf(NOT_NARROWED)).toBe('');
  });
});
