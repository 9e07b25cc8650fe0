import { useTexts } from '../../i18n/index.js';

interface ConsentLineProps {
  /** Whether the client's side lets the student follow the visit; null while that is open. */
  agreed: boolean | null;
  /** Whether the student was in the meeting before. */
  wasIn: boolean;
}

/** Tells a student whether they may follow the visit, and kindly that they may not; read aloud when it changes. */
export function ConsentLine({ agreed, wasIn }: ConsentLineProps) {
  const { t } = useTexts();
  const text = () => {
    if (agreed === true) {
      return t('following.agreed');
    }
    if (wasIn) {
      return t('following.putOut');
    }
    return t(agreed === null ? 'following.open' : 'following.refused');
  };
  return (
    <p role="status" data-testid="consent">
      {text()}
    </p>
  );
}
