import { useCallback } from 'react';
import { useTexts } from '../../i18n/index.js';
import { playArrivalSound } from '../../media/sounds.js';
import { now } from '../../time/clock.js';
import { formatTime } from '../../time/format.js';
import { arrivalChoices } from './arrival-choices.js';

/** One notice at a time: the next takes the place of the one before. */
const TAG = 'tapaamo-arrival';

/**
 * Calls the person to who has arrived, as they chose on this device: by a sound, and by a notice of the desktop while they
 * look at something else. The notice is seen by whoever sees the screen, so it names nobody.
 */
export function useArrivalAlert(): () => void {
  const { t, language } = useTexts();
  return useCallback(() => {
    const { sound, notices } = arrivalChoices();
    if (sound) {
      void playArrivalSound();
    }
    if (notices && !document.hasFocus()) {
      const body = t('arrivals.noticeTime', { time: formatTime(now(), language) });
      showNotice(t('arrivals.notice'), body);
    }
  }, [t, language]);
}

function showNotice(title: string, body: string): void {
  try {
    const notice = new Notification(title, { body, tag: TAG });
    notice.onclick = () => {
      window.focus();
      notice.close();
    };
  } catch {
    // Browsers of telephones show notices from service workers only; the sound and the page are there all the same.
  }
}
