import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/index.js';
import type { OtherParticipant } from './connection/meeting-state.js';
import { presenceNews } from './presence-news.js';

/** Says aloud who comes into the meeting and who goes from it; to who comes themself, who is there. */
export function usePresenceNews(
  others: readonly OtherParticipant[],
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
  useEffect(() => {
    const { came, went } = presenceNews(before.current, others);
    before.current = others;
    const text = [say.current?.(came, 'came'), say.current?.(went, 'went')].join(' ').trim();
    if (text !== '') {
      announce(text);
    }
  }, [others, announce]);
}
