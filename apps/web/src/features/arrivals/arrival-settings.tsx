import { useState } from 'react';
import { Button, Checkbox } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { ModalDialog } from '../../ui/modal-dialog.js';
import { Actions } from '../../ui/stack.js';
import {
  arrivalChoices,
  askForNotices,
  keepArrivalChoice,
  knowsNotices,
  type ArrivalChoices,
} from './arrival-choices.js';

/** How one hears that somebody arrived: a choice of this device. */
export function ArrivalSettings() {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="secondaryNoBorder"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        data-testid="open-arrival-settings"
      >
        {t('arrivals.heading')}
      </Button>
      {isOpen && <ArrivalDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function ArrivalDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const [choices, setChoices] = useState(arrivalChoices);
  const [isRefused, setRefused] = useState(false);
  const choose = (name: keyof ArrivalChoices, isOn: boolean) => {
    keepArrivalChoice(name, isOn);
    setChoices((before) => ({ ...before, [name]: isOn }));
  };
  const ask = async () => {
    const isGiven = await askForNotices();
    setRefused(!isGiven);
    choose('notices', isGiven);
  };
  return (
    <ModalDialog heading={t('arrivals.heading')} onCancel={onClose} testId="arrival-settings">
      <Checkbox
        checked={choices.sound}
        onClick={({ checkboxState }) => choose('sound', checkboxState)}
        data-testid="arrival-sound"
      >
        {t('arrivals.sound')}
      </Checkbox>
      <p>{t(knowsNotices() ? 'arrivals.noticesText' : 'arrivals.noticesUnknown')}</p>
      <div role="status" data-testid="arrival-notices-state">
        {choices.notices ? t('arrivals.noticesOn') : isRefused && t('arrivals.noticesRefused')}
      </div>
      <p>{t('arrivals.remembered')}</p>
      <Actions>
        {knowsNotices() && (
          <Button
            variant="secondary"
            onClick={() => (choices.notices ? choose('notices', false) : void ask())}
            data-testid="arrival-notices"
          >
            {t(choices.notices ? 'arrivals.noticesTurnOff' : 'arrivals.noticesTurnOn')}
          </Button>
        )}
        <Button onClick={onClose} data-testid="close-arrival-settings">
          {t('calendar.close')}
        </Button>
      </Actions>
    </ModalDialog>
  );
}
