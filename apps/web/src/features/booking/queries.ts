import type {
  Booking,
  BookingList,
  CancelVisitRequest,
  CreateBookingRequest,
  FoundBookings,
  HolidayList,
  Language,
  MoveVisitRequest,
  ServiceList,
} from '@tapaamo/contracts';
import {
  queryOptions,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import { get, post } from '../../api/request.js';
import { FALLBACK_INTERVAL_MS, useVisitChanges } from '../../api/use-visit-changes.js';

const BOOKINGS = ['bookings'] as const;

/**
 * The bookings one reaches from one local day to another, kept live.
 *
 * @param scope - `team`: those of the teams one leads, too.
 */
export function useBookings(from: string, to: string, scope: 'own' | 'team') {
  const client = useQueryClient();
  const refresh = useCallback(() => {
    void client.invalidateQueries({ queryKey: BOOKINGS });
  }, [client]);
  const live = useVisitChanges(refresh);
  return useQuery({
    ...bookingsOf(from, to, scope),
    refetchInterval: live ? false : FALLBACK_INTERVAL_MS,
    // Turning the page to another week keeps the old one in view until the new one has come.
    placeholderData: (previous) => previous,
  });
}

/**
 * The bookings whose client is there, whatever day they are of and is looked at: who waits at 23.55 for a visit of tomorrow
 * waits. Read anew with the others, which hear what changes.
 */
export function useArrivedBookings(scope: 'own' | 'team') {
  const live = useVisitChanges(hearNothing);
  return useQuery({
    queryKey: [...BOOKINGS, 'arrived', scope],
    queryFn: ({ signal }) => get<BookingList>(`/api/bookings/arrived?scope=${scope}`, { signal }),
    select: ({ bookings }) => bookings,
    refetchInterval: live ? false : FALLBACK_INTERVAL_MS,
    placeholderData: (previous) => previous,
  });
}

/** Bookings of which it is time to say whether the client relationship goes on. */
export function useBookingsToReview() {
  return useQuery({
    queryKey: [...BOOKINGS, 'to-review'],
    queryFn: ({ signal }) => get<BookingList>('/api/bookings/to-review', { signal }),
    select: ({ bookings }) => bookings,
  });
}

/** The bookings of one local day, once; of no day nothing is asked. */
export function useBookingsOn(day: string | null, scope: 'own' | 'team') {
  return useQuery({ ...bookingsOf(day ?? '', day ?? '', scope), enabled: day !== null });
}

function bookingsOf(from: string, to: string, scope: 'own' | 'team') {
  return queryOptions({
    queryKey: [...BOOKINGS, from, to, scope],
    queryFn: ({ signal }) =>
      get<BookingList>(`/api/bookings?from=${from}&to=${to}&scope=${scope}`, { signal }),
    select: ({ bookings }) => bookings,
  });
}

function hearNothing(): void {
  // The stream is heard where the lists are read.
}

/**
 * Bookings by the client's name. The name travels in the body: an address would keep it in logs. Read anew with the
 * lists, and gone from memory as soon as nobody looks.
 */
export function useFoundBookings(name: string, scope: 'own' | 'team') {
  return useQuery({
    queryKey: [...BOOKINGS, 'search', name, scope],
    queryFn: () => post<FoundBookings>('/api/bookings/search', { name, scope }),
    gcTime: 0,
  });
}

/** The services the professional can book, and the languages that messages can be in. */
export function useServices() {
  return useQuery({
    queryKey: ['services'],
    queryFn: ({ signal }) => get<ServiceList>('/api/services', { signal }),
    staleTime: 5 * 60_000,
  });
}

/** Makes a booking; the server sends the client their link. */
export function useCreateBooking() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (booking: CreateBookingRequest) => post<Booking>('/api/bookings', booking),
    onSuccess: () => client.invalidateQueries({ queryKey: BOOKINGS }),
  });
}

/** Moves a visit; the server tells the client. What somebody else changed meanwhile is read anew before it is told. */
export function useMoveVisit(visitId: string) {
  return useChangeOfVisit((request: MoveVisitRequest) =>
    post<Booking>(`/api/visits/${visitId}/time`, request),
  );
}

/** Calls a visit off; the server tells the client. */
export function useCancelVisit(visitId: string) {
  return useChangeOfVisit((request: CancelVisitRequest) =>
    post<Booking>(`/api/visits/${visitId}/cancel`, request),
  );
}

function useChangeOfVisit<Request>(change: (request: Request) => Promise<Booking>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: BOOKINGS }),
  });
}

/** Gives a booking as it was read last, in whatever list. */
export function useLatestBooking(): (booking: Booking) => Booking {
  const client = useQueryClient();
  return (booking) => latest(client, booking);
}

function latest(client: QueryClient, booking: Booking): Booking {
  const lists = client.getQueriesData<BookingList>({ queryKey: BOOKINGS });
  const versions = lists
    .flatMap(([, list]) => list?.bookings ?? [])
    .filter(({ id }) => id === booking.id);
  return versions.reduce((one, other) => (other.version > one.version ? other : one), booking);
}

/** Names the public holidays among the days of some years. @returns The name, or undefined on other days. */
export function useHolidays(
  years: readonly string[],
  language: Language,
): (day: string) => string | undefined {
  const answers = useQueries({
    queries: years.map((year) => ({
      queryKey: ['holidays', year],
      queryFn: () => get<HolidayList>(`/api/holidays?year=${year}`),
      staleTime: Infinity,
    })),
  });
  const holidays = answers.flatMap(({ data }) => data?.holidays ?? []);
  return (day) => holidays.find(({ date }) => date === day)?.name[language];
}
