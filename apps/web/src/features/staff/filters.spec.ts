import { EVERYBODY, filtersIn, queryOf } from './filters.js';

describe('the filters of the list of staff', () => {
  it('become a query without what says nothing', () => {
    expect(queryOf(EVERYBODY)).toBe('');
    expect(queryOf({ search: ' aino & co ', state: 'invited', page: 3 })).toBe(
      '?search=aino+%26+co&state=invited&page=3',
    );
  });

  it('are found in the history as they were kept', () => {
    const filters = { search: 'aino', state: 'deactivated', page: 2 } as const;
    expect(filtersIn({ filters })).toEqual(filters);
  });

  it.each([null, undefined, 'aino', {}, { filters: { search: 1, state: 'gone', page: -1 } }])(
    'are none in a history of something else (%p)',
    (state) => {
      expect(filtersIn(state)).toEqual(EVERYBODY);
    },
  );
});
