/** No local day comes after it: all day keys are of days before. */
export const AFTER_ALL_DAYS = '9999-99-99';

/** Names a day key: all visits of an organisation that are due on one local day share it. */
export interface DayKeyName {
  organisationId: string;
  /** `YYYY-MM-DD`, Europe/Helsinki. */
  dueDay: string;
  /** Grows when a visit of the day is erased early and its mates move to a fresh key. */
  generation: number;
}
