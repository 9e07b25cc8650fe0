import type { VisitParticipant } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { useInterpreting } from '../people/index.js';
import styles from './person-line.module.css';

/** The part that somebody plays, how they can be reached, and of a student what the client said. */
export function PersonLine({ participant }: { participant: VisitParticipant }) {
  const { t } = useTexts();
  const interpreting = useInterpreting();
  const { role, contact, interpreterLanguage, name } = participant;
  const part = [
    // Who has no name is called by their part already.
    ...(name === '' ? [] : [t(`roles.${role}`)]),
    ...(interpreterLanguage === null ? [] : [interpreting(interpreterLanguage)]),
  ];
  return (
    <>
      {part.length > 0 && (
        <p className={styles.line} data-testid="part">
          {part.join(' · ')}
        </p>
      )}
      {contact !== null && (
        <p className={styles.line} data-testid="contact">
          {contact.withheld
            ? t('people.withheldContact')
            : reachedBy(contact, t('people.noContact'))}
        </p>
      )}
      {role === 'observer' && (
        <p className={styles.line} data-testid="observer-answer">
          {t(
            participant.agreed === null
              ? 'people.notAgreed'
              : participant.agreed
                ? 'people.agreed'
                : 'people.refused',
          )}
        </p>
      )}
    </>
  );
}

function reachedBy(
  { phone, email }: NonNullable<VisitParticipant['contact']>,
  nowhere: string,
): string {
  const ways = [phone ?? [], email ?? []].flat();
  return ways.length === 0 ? nowhere : ways.join(', ');
}
