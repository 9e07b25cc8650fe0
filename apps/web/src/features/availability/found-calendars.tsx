import type { CalendarSignIn, FoundCalendar } from '@tapaamo/contracts';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { Button, RadioButton, RadioButtonGroup } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { Actions, Stack } from '../../ui/stack.js';
import { useSetExternalCalendar } from './queries.js';

interface FoundCalendarsProps {
  calendars: readonly FoundCalendar[];
  signIn: CalendarSignIn;
  onBack: () => void;
}

/** What a server has, to choose one of it. */
export function FoundCalendars({ calendars, signIn, onBack }: FoundCalendarsProps) {
  const { t, language } = useTexts();
  const set = useSetExternalCalendar();
  const [address, setAddress] = useState(calendars[0]?.address ?? '');
  const heading = useRef<HTMLHeadingElement>(null);
  // The fields before are gone: who reads by ear is told what came instead.
  useEffect(() => heading.current?.focus(), []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    set.mutate({ address, signIn });
  };
  return (
    <form onSubmit={submit} data-testid="found-calendars">
      <Stack>
        <h3 ref={heading} tabIndex={-1}>
          {t('availability.found', { count: calendars.length })}
        </h3>
        {set.isError && <Notice status="error">{problemText(set.error, language)}</Notice>}
        <RadioButtonGroup
          id="found-calendar"
          name="found-calendar"
          labelText={t('availability.chooseCalendar')}
          value={address}
          onChange={setAddress}
        >
          {calendars.map((calendar) => (
            <RadioButton key={calendar.address} value={calendar.address}>
              {calendar.name}
            </RadioButton>
          ))}
        </RadioButtonGroup>
        <Actions>
          <Button type="submit" aria-disabled={set.isPending} data-testid="set-external">
            {t('availability.externalSet')}
          </Button>
          <Button variant="secondary" onClick={onBack} data-testid="look-up-again">
            {t('availability.lookUpAgain')}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}
