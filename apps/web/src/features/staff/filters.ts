import { staffStateSchema, type StaffState } from '@tapaamo/contracts';

/** What the list is narrowed by. */
export interface StaffFilters {
  search: string;
  state: StaffState | '';
  page: number;
}

export const EVERYBODY: StaffFilters = { search: '', state: '', page: 1 };

/** The filters as the query of a request, without those that say nothing. */
export function queryOf({ search, state, page }: StaffFilters): string {
  const given = Object.entries({
    search: search.trim(),
    state,
    page: page > 1 ? String(page) : '',
  });
  const query = new URLSearchParams(given.filter(([, value]) => value !== '')).toString();
  return query === '' ? '' : `?${query}`;
}

/**
 * The filters that the browser's history keeps, so that going back shows what was looked at. They stand beside the
 * address and not in it: a name that was searched for belongs in no log of addresses.
 */
export function filtersIn(state: unknown): StaffFilters {
  const kept = (state as { filters?: Partial<Record<keyof StaffFilters, unknown>> } | null)
    ?.filters;
  const known = staffStateSchema.options.find((each) => each === kept?.state);
  return {
    search: typeof kept?.search === 'string' ? kept.search : '',
    state: known ?? '',
    page: typeof kept?.page === 'number' && kept.page >= 1 ? Math.floor(kept.page) : 1,
  };
}
