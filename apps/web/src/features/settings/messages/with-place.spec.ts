import { messageTextFaults } from '@tapaamo/contracts';
import { withPlace } from './with-place.js';

describe('a place put into a text', () => {
  /** `|` is the caret; what stands between two is chosen. */
  const put = (marked: string, name: Parameters<typeof withPlace>[2]) => {
    const [before = '', ...rest] = marked.split('|');
    const after = rest.pop() ?? '';
    const text = `${before}${rest.join('')}${after}`;
    const chosen = { from: before.length, to: text.length - after.length };
    const whole = withPlace(text, chosen, name);
    return `${whole.text.slice(0, whole.caret)}|${whole.text.slice(whole.caret)}`;
  };

  it.each([
    ['|', '{time}|'],
    ['Aika |', 'Aika {time}|'],
    ['Aika:|', 'Aika: {time}|'],
    ['Aika (|)', 'Aika ({time}|)'],
    ['|Tervetuloa', '{time} |Tervetuloa'],
    ['Nähdään |huomenna|!', 'Nähdään {time}|!'],
    ['{link}|', '{link} {time}|'],
    ['Aika\n|\n{link}', 'Aika\n{time}|\n{link}'],
  ])('stands at the caret: %j becomes %j', (marked, expected) => {
    expect(put(marked, 'time')).toBe(expected);
  });

  it.each(['Aika {time}, linkki: (|)', '{time}|.', '|{time}', 'Aika {time}|'])(
    'touches nothing when it is the link: %j',
    (marked) => {
      const body = put(marked, 'link').replace('|', '');
      const place = { kind: 'invitation', channel: 'sms' } as const;
      expect(messageTextFaults(place, { subject: null, body })).toEqual([]);
    },
  );
});
