import type { RetentionPreview } from '@tapaamo/contracts';
import { useTexts } from '../../../i18n/index.js';
import { formatDateAndTime } from '../../../time/format.js';

/** What a change does, in a sentence: how many visits, how many of them in the first night, and from when on. */
export function PreviewText({ preview }: { preview: RetentionPreview }) {
  const { t, language } = useTexts();
  const { direction, affected, firstNight, held, earliestAt } = preview;
  if (direction !== 'shorter') {
    return t(`retention.${direction}`);
  }
  return affected === 0
    ? t('retention.nothing')
    : [
        t('retention.affected', { count: affected }),
        ...(firstNight > 0 ? [t('retention.firstNight', { count: firstNight })] : []),
        ...(held > 0 ? [t('retention.held', { count: held })] : []),
        ...(earliestAt === null
          ? []
          : [t('retention.earliest', { time: formatDateAndTime(earliestAt, language) })]),
      ].join(' ');
}
