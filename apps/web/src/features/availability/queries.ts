import type {
  BookingCheck,
  BusyTimes,
  CalendarFeedAddress,
  CalendarFeedState,
  CalendarLookUp,
  CalendarLookUpRequest,
  ChangeWorkingHoursRequest,
  CheckBookingRequest,
  ExternalCalendarState,
  OwnTimes,
  SetExternalCalendarRequest,
  WorkingHours,
} from '@tapaamo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../api/request.js';

const HOURS = ['working-hours'] as const;
const OWN_TIMES = ['own-times'] as const;
const CHECK = ['booking-check'] as const;
const FEED = ['calendar-feed'] as const;
const EXTERNAL = ['external-calendar'] as const;

/** A calendar is read within seconds of its address being given. */
const READ_SOON_MS = 3_000;

/** One's own working hours. */
export function useWorkingHours() {
  return useQuery({ queryKey: HOURS, queryFn: readWorkingHours });
}

/** The working hours as they are now. */
export function readWorkingHours(): Promise<WorkingHours> {
  return get<WorkingHours>('/api/working-hours');
}

/** Saves one's own working hours; what they say of a time is asked anew. */
export function useSaveWorkingHours() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: ChangeWorkingHoursRequest) => post<WorkingHours>('/api/working-hours', wish),
    onSuccess: (saved) => {
      client.setQueryData(HOURS, saved);
      void client.invalidateQueries({ queryKey: CHECK });
      void client.invalidateQueries({ queryKey: OWN_TIMES });
    },
  });
}

/** What speaks against a time before it is booked; nothing while it is not written yet, or cannot be booked at all. */
export function useBookingCheck(wish: CheckBookingRequest | null) {
  return useQuery({
    queryKey: [...CHECK, wish],
    queryFn: () => post<BookingCheck>('/api/bookings/check', wish ?? {}),
    enabled: wish !== null,
    retry: false,
    select: ({ warnings }) => warnings,
  });
}

/** When a colleague has no time on local days, both included; of nobody nothing is asked. */
export function useBusyTimes(colleagueId: string, from: string, to = from) {
  return useQuery({
    queryKey: ['busy-times', colleagueId, from, to],
    queryFn: ({ signal }) =>
      get<BusyTimes>(
        `/api/colleagues/${encodeURIComponent(colleagueId)}/busy?from=${from}&to=${to}`,
        { signal },
      ),
    enabled: colleagueId !== '',
  });
}

/** What is drawn behind one's own visits on local days, both included. */
export function useOwnTimes(from: string, to: string, isShown: boolean) {
  return useQuery({
    queryKey: [...OWN_TIMES, from, to],
    queryFn: ({ signal }) => get<OwnTimes>(`/api/own-times?from=${from}&to=${to}`, { signal }),
    enabled: isShown,
  });
}

/** Since when one's own calendar feed has an address. */
export function useFeed() {
  return useQuery({
    queryKey: FEED,
    queryFn: ({ signal }) => get<CalendarFeedState>('/api/calendar-feed', { signal }),
  });
}

/** Gives one's own feed a new address, which is answered this once. */
export function useRenewFeed() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post<CalendarFeedAddress>('/api/calendar-feed/renew'),
    onSettled: () => client.invalidateQueries({ queryKey: FEED }),
  });
}

/** Ends one's own feed at once. */
export function useRevokeFeed() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post('/api/calendar-feed/revoke'),
    onSettled: () => client.invalidateQueries({ queryKey: FEED }),
  });
}

/** How the calendar stands that one keeps elsewhere. */
export function useExternalCalendar() {
  return useQuery({
    queryKey: EXTERNAL,
    queryFn: ({ signal }) => get<ExternalCalendarState>('/api/external-calendar', { signal }),
    refetchInterval: ({ state }) => (isAwaited(state.data) ? READ_SOON_MS : false),
  });
}

/** Tells where one's other calendar can be read. */
export function useSetExternalCalendar() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: SetExternalCalendarRequest) =>
      post<ExternalCalendarState>('/api/external-calendar', wish),
    onSuccess: (calendar) => {
      client.setQueryData(EXTERNAL, calendar);
      void client.invalidateQueries({ queryKey: OWN_TIMES });
    },
    // The password in the wish does not outlive the page.
    gcTime: 0,
  });
}

/** Asks a server which calendars it has. */
export function useCalendarLookUp() {
  return useMutation({
    mutationFn: (wish: CalendarLookUpRequest) =>
      post<CalendarLookUp>('/api/external-calendar/look-up', wish),
    // What was found lies beside a password: neither outlives the page.
    gcTime: 0,
  });
}

/** Forgets one's other calendar. */
export function useRemoveExternalCalendar() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post('/api/external-calendar/remove'),
    onSettled: () => client.invalidateQueries({ queryKey: EXTERNAL }),
  });
}

function isAwaited(calendar: ExternalCalendarState | undefined): boolean {
  return (
    calendar !== undefined &&
    calendar.host !== null &&
    calendar.readAt === null &&
    calendar.failure === null
  );
}
