import { Button, Checkbox } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { ModalDialog } from '../../ui/modal-dialog.js';
import { Actions } from '../../ui/stack.js';
import styles from './shortcut-help.module.css';

/** A letter that is each language's own. */
type Letter = 'letter_day' | 'letter_week' | 'letter_list';

/** The keys, each with the text of what it does. */
const KEYS = [
  ['N', 'newBooking'],
  ['letter_day', 'dayView'],
  ['letter_week', 'weekView'],
  ['letter_list', 'listView'],
  ['T', 'today'],
  ['←', 'previous'],
  ['→', 'next'],
  ['?', 'help'],
] as const;

interface ShortcutHelpProps {
  isOn: boolean;
  onTurn: (isOn: boolean) => void;
  onClose: () => void;
}

/** What each key does on the page of bookings, and a way to turn them off. */
export function ShortcutHelp({ isOn, onTurn, onClose }: ShortcutHelpProps) {
  const { t } = useTexts();
  return (
    <ModalDialog heading={t('calendar.shortcuts')} onCancel={onClose} testId="shortcut-help">
      <dl className={styles.keys}>
        {KEYS.map(([key, act]) => (
          <div key={key}>
            <dt>
              <kbd>{key.startsWith('letter_') ? t(`calendar.${key as Letter}`) : key}</kbd>
            </dt>
            <dd>{t(`calendar.key_${act}`)}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        checked={isOn}
        onClick={({ checkboxState }) => onTurn(checkboxState)}
        hintText={t('calendar.shortcutsHint')}
        data-testid="shortcuts-on"
      >
        {t('calendar.shortcutsOn')}
      </Checkbox>
      <Actions>
        <Button onClick={onClose} data-testid="close-shortcut-help">
          {t('calendar.close')}
        </Button>
      </Actions>
    </ModalDialog>
  );
}
