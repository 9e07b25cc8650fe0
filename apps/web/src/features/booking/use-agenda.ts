import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { addDays, isLocalDay, mondayOf } from '../../time/local-day.js';
import { useMe } from '../sign-in/index.js';
import { keepChoice, keptChoice } from '../../ui/device-choice.js';

/** How bookings are shown: as a picture of one day or a week, or as a list. */
export const VIEWS = ['day', 'week', 'list'] as const;
export type View = (typeof VIEWS)[number];

/** Below it a week is too narrow to be read. */
const NARROW = '(width < 40rem)';

/** What the address says is shown. */
export interface Agenda {
  view: View;
  /** In the list: from which day on. */
  day: string;
  scope: 'own' | 'team';
}

/**
 * Which bookings are shown and how, as the address says: who reloads or shares it sees the same. Without a word in it,
 * the view is the one chosen last on this device; at first a day on a telephone and the list on a desk.
 */
export function useAgenda(today: string) {
  const [query, setQuery] = useSearchParams();
  const [usual] = useState(usualView);
  const isLead = useMe().data?.roles.includes('team-lead') === true;
  const day = query.get('day') ?? '';
  const agenda: Agenda = {
    view: viewOf(query.get('view')) ?? usual,
    day: isLocalDay(day) ? day : today,
    scope: isLead && query.get('scope') === 'team' ? 'team' : 'own',
  };
  const show = (changes: Partial<Agenda>) => {
    const next = { ...agenda, ...changes };
    if (changes.view !== undefined) {
      keepChoice('view', changes.view);
    }
    setQuery(
      {
        ...(query.has('view') || next.view !== usual ? { view: next.view } : {}),
        ...(next.day === today ? {} : { day: next.day }),
        ...(next.scope === 'own' ? {} : { scope: next.scope }),
      },
      // Before the next key: who presses faster than the page draws loses no step.
      { flushSync: true },
    );
  };
  return { agenda, isLead, show };
}

/** The day to which an arrow leads: in a week the same weekday of the next, else the next day. */
export function dayBeside({ view, day }: Pick<Agenda, 'view' | 'day'>, step: 1 | -1): string {
  return addDays(day, view === 'week' ? 7 * step : step);
}

/** The days of a day's week, Monday first. */
export function weekAround(day: string): readonly string[] {
  return [0, 1, 2, 3, 4, 5, 6].map((index) => addDays(mondayOf(day), index));
}

function usualView(): View {
  return viewOf(keptChoice('view')) ?? (matchMedia(NARROW).matches ? 'day' : 'list');
}

function viewOf(text: string | null): View | undefined {
  return VIEWS.find((view) => view === text);
}
