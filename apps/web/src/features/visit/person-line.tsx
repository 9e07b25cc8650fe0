import type { VisitParticipant } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { useInterpreting } from '../people/index.js';
import styles from './person-line.module.css';

interface PersonLineProps {
  participant: VisitParticipant;
  everybody: readonly VisitParticipant[];
}

/** The part that somebody plays, how they can be reached, and of a student what the client's side said. */
export function PersonLine({ participant, everybody }: PersonLineProps) {
  const { t } = useTexts();
  const interpreting = useInterpreting();
  const { role, contact, interpreterLanguage, name } = participant;
  const rolePart = usePart(participant, everybody);
  const part = [
    // Who has no name is called by their part already.
    ...(name === '' ? [] : [rolePart]),
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
      {role === 'observer' && <ConsentLine participant={participant} everybody={everybody} />}
    </>
  );
}

/** Of several students each is named by the number that the client's side is asked about. */
function usePart(
  { role, observerNumber: number }: VisitParticipant,
  everybody: readonly VisitParticipant[],
): string {
  const { t } = useTexts();
  const isOneOfMany = everybody.filter((one) => one.role === 'observer').length > 1;
  return number !== null && isOneOfMany ? t('observer.name', { number }) : t(`roles.${role}`);
}

/** Whether a student may follow the visit, and who has said what. */
function ConsentLine({ participant, everybody }: PersonLineProps) {
  const { t } = useTexts();
  const { agreed, answers } = participant;
  const names = new Map(everybody.map(({ id, name }) => [id, name]));
  const said = answers.map(({ participantId, agreed: yes }) => {
    const name = names.get(participantId) ?? t('people.answeredWhoLeft');
    return t(yes ? 'people.answered_yes' : 'people.answered_no', { name });
  });
  return (
    <p className={styles.line} data-testid="observer-answer">
      {t(agreed === null ? 'people.notAgreed' : agreed ? 'people.agreed' : 'people.refused')}
      {said.length > 0 && ` (${said.join(', ')})`}
    </p>
  );
}

function reachedBy(
  { phone, email }: NonNullable<VisitParticipant['contact']>,
  nowhere: string,
): string {
  const ways = [phone ?? [], email ?? []].flat();
  return ways.length === 0 ? nowhere : ways.join(', ');
}
