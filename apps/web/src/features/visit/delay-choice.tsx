import { tellDelayRequestSchema, type Delay, type DelayWord } from '@tapaamo/contracts';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { formatTime } from '../../time/format.js';
import { Failure } from '../../ui/failure.js';
import { useTellDelay } from './queries.js';
import styles from './delay-choice.module.css';

const DELAYS = tellDelayRequestSchema.shape.delay.unwrap().options;

interface DelayChoiceProps {
  visitId: string;
  delay: Delay | null;
}

/** What those who wait are told of a delay, and the choice of it: one press, nothing to write. */
export function DelayChoice({ visitId, delay }: DelayChoiceProps) {
  const { t } = useTexts();
  const tell = useTellDelay(visitId);
  const choose = (word: DelayWord | null) => {
    if (!tell.isPending) {
      tell.mutate(word);
    }
  };
  return (
    <section aria-labelledby="delay-heading" className={styles.choice} data-testid="delay-choice">
      <h3 id="delay-heading">{t('visit.delayHeading')}</h3>
      <ul className={styles.words} role="list">
        {DELAYS.map((word) => (
          <li key={word}>
            <button
              type="button"
              className={styles.word}
              aria-pressed={delay?.word === word}
              onClick={() => choose(word)}
              data-testid={`delay-${word}`}
            >
              {t(`visit.delay_${word}`)}
            </button>
          </li>
        ))}
      </ul>
      <div role="status" className={styles.told} data-testid="delay-told">
        {delay === null ? t('visit.delayHint') : <Told delay={delay} />}
      </div>
      {delay !== null && (
        <Button
          variant="secondaryNoBorder"
          onClick={() => choose(null)}
          data-testid="take-delay-back"
        >
          {t('visit.delayBack')}
        </Button>
      )}
      {tell.isError && <Failure error={tell.error} />}
    </section>
  );
}

function Told({ delay: { word, until, toldAt } }: { delay: Delay }) {
  const { t, language } = useTexts();
  const delay = t(`visit.delay_${word}`).toLowerCase();
  const said = { delay, time: formatTime(until, language), toldAt: formatTime(toldAt, language) };
  return t(word === 'as-soon-as-possible' ? 'visit.delayTold' : 'visit.delayToldUntil', said);
}
