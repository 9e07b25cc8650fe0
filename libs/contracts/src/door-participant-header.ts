/**
 * Header in which a page says for which participant it asks, so that another tab's visit is never meant. It stands apart
 * from the schemas: a client's first page needs it and not them.
 */
export const DOOR_PARTICIPANT_HEADER = 'x-tapaamo-participant';
