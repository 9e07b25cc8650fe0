import type { Texts } from '../texts.js';

export const series: Texts['series'] = {
  every_none: 'Upprepas inte',
  every_1: 'Varje vecka',
  every_2: 'Varannan vecka',
  timesHint: '2–52, det första mötet medräknat',
  daysHint: 'Ta bort markeringen för en dag som inte ska bokas.',
  taken: 'Du har redan en bokning',
  count_zero: 'Inget möte bokas.',
  count_one: '{{count}} möte bokas.',
  count_other: '{{count}} möten bokas.',
  created_one: '{{count}} möte bokades i serien.',
  created_other:
    '{{count}} möten bokades i serien. Här är det första; om de andra får klienten ett meddelande en vecka före varje möte.',
};
