import { comesByLink } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import type { MeetingState } from '../meeting/index.js';

/**
 * What a person reads while no professional is in the meeting: then those who came by a link neither hear nor see each
 * other, and everything comes back by itself.
 *
 * @param name - Of the professional.
 * @returns Undefined while one is there.
 */
export function useApart(
  { attended, others, lastLeft }: MeetingState,
  name: string,
): string | undefined {
  const { t } = useTexts();
  if (attended !== false) {
    return undefined;
  }
  const isLost = others.some(({ role }) => role === 'professional');
  const hasLeft = lastLeft?.role === 'professional';
  const why = isLost
    ? t('waitingRoom.meetingLost', { name })
    : t(hasLeft ? 'waitingRoom.meetingLeft' : 'waitingRoom.meetingAlone', { name });
  const isWithOthers = others.some(({ role }) => comesByLink(role));
  return isWithOthers ? `${why} ${t('waitingRoom.apart')}` : why;
}
