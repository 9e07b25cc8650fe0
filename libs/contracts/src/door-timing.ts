/**
 * How long before the booked start a client can identify and come to the waiting room, in minutes.
 * Earlier the link shows the time, the privacy notice and the device test only.
 */
export const DOOR_OPENS_MINUTES_BEFORE = 60;

/** How long after the booked end a visit that nobody ended stays open, in minutes (forgetting.md 5.2). */
export const VISIT_CLOSES_MINUTES_AFTER = 12 * 60;
