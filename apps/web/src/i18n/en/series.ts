import type { Texts } from '../texts.js';

export const series: Texts['series'] = {
  every_none: 'Does not repeat',
  every_1: 'Every week',
  every_2: 'Every two weeks',
  timesHint: '2 to 52, the first one included',
  daysHint: 'Unselect a day on which you do not want to book.',
  taken: 'You already have a booking',
  count_zero: 'No visit will be booked.',
  count_one: '{{count}} visit will be booked.',
  count_other: '{{count}} visits will be booked.',
  created_one: '{{count}} visit was booked in the series.',
  created_other:
    '{{count}} visits were booked in the series. This is the first; the client gets a message about each of the others a week before it.',
};
