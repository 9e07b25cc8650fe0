import {
  LANGUAGES,
  messageChannelSchema,
  messageKindSchema,
  type MessageTextPlace,
} from '@tapaamo/contracts';
import { useState } from 'react';
import { Dropdown, DropdownItem } from 'suomifi-ui-components';
import { useTexts } from '../../../i18n/index.js';
import { Failure } from '../../../ui/failure.js';
import { Loading } from '../../../ui/loading.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { Stack } from '../../../ui/stack.js';
import { useOrganisation } from '../queries.js';
import { SettingsFrame } from '../settings-frame.js';
import { MessageTextForm } from './message-text-form.js';
import { useMessageTexts } from './message-text-queries.js';
import styles from './messages.module.css';

const FIRST: MessageTextPlace = { kind: 'invitation', channel: 'sms', language: 'fi' };

/** What the messages to clients say: one text at a time. */
export function MessageTextsPage() {
  const { t } = useTexts();
  const [place, setPlace] = useState(FIRST);
  const { data: organisation, error: noOrganisation } = useOrganisation();
  const { data: texts, error: noTexts, refetch } = useMessageTexts();
  const error = noOrganisation ?? noTexts;
  const isReady = organisation !== undefined && texts !== undefined;
  return (
    <SettingsFrame testId="message-texts-page">
      <Stack gap="s">
        <PageHeading>{t('messageTexts.heading')}</PageHeading>
        <p>{t('messageTexts.lead')}</p>
        <p>{t('messageTexts.discreet')}</p>
      </Stack>
      {!isReady && error === null && <Loading />}
      {!isReady && error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {isReady && (
        <Stack surface="card" gap="l">
          <PlaceChoice place={place} onChange={setPlace} />
          <MessageTextForm
            key={Object.values(place).join()}
            place={place}
            texts={texts}
            languages={organisation.languages}
            inviter={{
              fi: organisation.nameFi,
              sv: organisation.nameSv,
              en: organisation.nameEn,
            }}
          />
        </Stack>
      )}
    </SettingsFrame>
  );
}

interface PlaceChoiceProps {
  place: MessageTextPlace;
  onChange: (place: MessageTextPlace) => void;
}

/** Which message, by which way, in which language. */
function PlaceChoice({ place, onChange }: PlaceChoiceProps) {
  const { t } = useTexts();
  return (
    <div className={styles.choices}>
      <Choice
        name="kind"
        values={messageKindSchema.options}
        value={place.kind}
        textOf={(kind) => t(`messageTexts.kind_${kind}`)}
        onChange={(kind) => onChange({ ...place, kind })}
      />
      <Choice
        name="channel"
        values={messageChannelSchema.options}
        value={place.channel}
        textOf={(channel) => t(`messageTexts.channel_${channel}`)}
        onChange={(channel) => onChange({ ...place, channel })}
      />
      <Choice
        name="language"
        values={LANGUAGES}
        value={place.language}
        textOf={(language) => t(`messageTexts.language_${language}`)}
        onChange={(language) => onChange({ ...place, language })}
      />
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  name: keyof MessageTextPlace;
  values: readonly Value[];
  value: Value;
  textOf: (value: Value) => string;
  onChange: (value: Value) => void;
}

function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { name, values, value, textOf, onChange } = props;
  const { t, language } = useTexts();
  return (
    <Dropdown
      // The list keeps the text that was chosen: it is made anew in another language.
      key={language}
      id={`choose-${name}`}
      labelText={t(`messageTexts.${name}`)}
      value={value}
      onChange={(chosen) => onChange(chosen)}
      fullWidth
      data-testid={`choose-${name}`}
    >
      {values.map((one) => (
        <DropdownItem key={one} value={one}>
          {textOf(one)}
        </DropdownItem>
      ))}
    </Dropdown>
  );
}
