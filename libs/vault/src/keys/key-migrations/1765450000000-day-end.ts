/** Which past days the main database was told of, and the two lists of days that are looked through again and again. */
export const dayEnd1765450000000 = {
  name: 'DayEnd1765450000000',
  up: `
    ALTER TABLE key_day ADD COLUMN told boolean NOT NULL DEFAULT false;
    CREATE INDEX key_day_not_told_idx ON key_day (due_day) WHERE state = 'destroyed' AND NOT told;
    CREATE INDEX key_day_open_idx ON key_day (due_day) WHERE state <> 'destroyed';`,
};
