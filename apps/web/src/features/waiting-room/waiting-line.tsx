import { codeText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import type { MeetingState } from '../meeting/index.js';

/** Whether the line on which somebody waits is there, or why not; read aloud in its turn. */
export function WaitingLine({ line, heldUp }: Pick<MeetingState, 'line' | 'heldUp'>) {
  const { t, language } = useTexts();
  return (
    <p role="status" data-testid="connection-state" data-line={line}>
      {heldUp !== undefined ? (
        codeText(heldUp, language)
      ) : line === 'connected' ? (
        <Badge mood="good">{t('waitingRoom.connected')}</Badge>
      ) : (
        <Badge mood={line === 'connecting' ? 'waiting' : 'doubtful'}>
          {line === 'connecting' ? t('waitingRoom.connecting') : t('waitingRoom.reconnecting')}
        </Badge>
      )}
    </p>
  );
}
