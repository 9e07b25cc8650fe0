import { useTexts } from '../../../i18n/index.js';
import type { OtherParticipant } from '../connection/meeting-state.js';
import type { RemoteMedia } from '../connection/remote-media.js';
import { Choices, useWhenChanged } from './choices.js';
import type { Interpretation, InterpretationState } from './interpretation.js';
import { heardChannel, LISTENING, openChannels } from './listening.js';
import styles from './choices.module.css';

interface ListeningChoiceProps {
  interpretation: Interpretation;
  choice: InterpretationState;
  others: readonly OtherParticipant[];
  remote: RemoteMedia;
  nameOf: (participant: OtherParticipant) => string;
  announce: (text: string) => void;
}

/** While an interpreter speaks in their channel: what the person listens to. Nobody is asked before. */
export function ListeningChoice(props: ListeningChoiceProps) {
  const { interpretation, choice, others, remote, nameOf, announce } = props;
  const { t, language } = useTexts();
  const open = openChannels(remote);
  const isOpen = open.length > 0;
  useWhenChanged(isOpen, (opened) =>
    announce(t(opened ? 'interpretation.opened' : 'interpretation.closed')),
  );
  if (!isOpen) {
    return null;
  }
  const { listening } = choice;
  const spoken = new Intl.DisplayNames([language], { type: 'language' });
  const labelOf = (participantId: string) => {
    const other = others.find((one) => one.participantId === participantId);
    const code = other?.interpreterLanguage;
    return [
      other === undefined ? [] : nameOf(other),
      code === undefined ? [] : (spoken.of(code) ?? code),
    ]
      .flat()
      .join(', ');
  };
  return (
    <>
      <Choices
        legend={t('interpretation.listen')}
        values={LISTENING}
        textOf={(one) => t(`interpretation.listen_${one}`)}
        value={listening}
        onChoose={(chosen) => {
          interpretation.choose({ listening: chosen });
          announce(t(`interpretation.listenAbout_${chosen}`));
        }}
        testId="listen-to"
      >
        <p className={styles.about}>{t(`interpretation.listenAbout_${listening}`)}</p>
      </Choices>
      {open.length > 1 && listening !== 'original' && (
        <Choices
          legend={t('interpretation.which')}
          values={open}
          textOf={labelOf}
          value={heardChannel(remote, choice) ?? undefined}
          onChoose={(channel) => interpretation.choose({ channel })}
          testId="listen-channel"
        />
      )}
    </>
  );
}
