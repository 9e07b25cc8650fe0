import { useCallback, useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/index.js';
import type { MeetingState, OtherParticipant } from './connection/meeting-state.js';
import { presenceNews, type PresenceNews } from './presence-news.js';

/** Who comes is seated before the page has read their name: it is waited for, and who comes with them is told with them. */
const NAMED_AFTER_MS = 1_500;

/** Says aloud who comes into the meeting and who goes from it; to who comes themself, who is there. */
export function usePresenceNews(
  { others, lastLeft }: Pick<MeetingState, 'others' | 'lastLeft'>,
  nameOf: (participant: OtherParticipant) => string,
  announce: (text: string) => void,
): void {
  const { t, language } = useTexts();
  const before = useRef<readonly OtherParticipant[]>([]);
  const say =
    useRef<(list: readonly OtherParticipant[], key: 'came' | 'went') => string>(undefined);
  useEffect(() => {
    const together = new Intl.ListFormat(language);
    say.current = (list, key) =>
      list.length === 0 ? '' : t(`tiles.${key}`, { names: together.format(list.map(nameOf)) });
  });
  const untold = useRef<PresenceNews>({ came: [], went: [] });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tell = useCallback(() => {
    const { came, went } = untold.current;
    untold.current = { came: [], went: [] };
    timer.current = undefined;
    announce([say.current?.(came, 'came'), say.current?.(went, 'went')].join(' ').trim());
  }, [announce]);
  useEffect(() => {
    const { came, went } = presenceNews(before.current, others, lastLeft);
    before.current = others;
    untold.current = {
      came: [...untold.current.came, ...came],
      went: [...untold.current.went, ...went],
    };
    if (came.length + went.length > 0) {
      timer.current ??= setTimeout(tell, NAMED_AFTER_MS);
    }
  }, [others, lastLeft, tell]);
  useEffect(() => () => clearTimeout(timer.current), []);
}
