/** Names a day key: all visits of an organisation that are due on one local day share it. */
export interface DayKeyName {
  organisationId: string;
  /** `YYYY-MM-DD`, Europe/Helsinki. */
  dueDay: string;
  /** Grows when a visit of the day is erased early and its mates move to a fresh key. */
  generation: number;
}
