import type { Booking } from '@tapaamo/contracts';

type Messages = Booking['messages'];

/**
 * The messages that say where one stands, in the order they were made. One that was withdrawn says it only while no later
 * one went the same way in its place.
 */
export function messagesThatCount(messages: Messages): Messages {
  return messages.filter(
    ({ channel, status }, index) =>
      status !== 'withdrawn' ||
      !messages.slice(index + 1).some((later) => later.channel === channel),
  );
}
