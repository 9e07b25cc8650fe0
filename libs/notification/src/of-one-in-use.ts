/** Nothing leaves for an organisation out of use: what waits is sent when it is back. @param row - Alias of the row. */
export const OF_ONE_IN_USE = (row: string): string =>
  `EXISTS (SELECT FROM organisation WHERE organisation.id = ${row}.organisation_id AND disabled_at IS NULL)`;
