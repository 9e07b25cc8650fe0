import {
  hasCareWord,
  placeholdersOf,
  type Language,
  type LocalisedText,
  type MessageTextPlace,
  type MessageTexts,
} from '@tapaamo/contracts';
import { useWatch } from 'react-hook-form';
import { Button } from 'suomifi-ui-components';
import { TextField } from '../../../forms/text-field.js';
import { TextareaField } from '../../../forms/textarea-field.js';
import { useSettingsForm } from '../../../forms/use-settings-form.js';
import { useTexts } from '../../../i18n/index.js';
import { Notice } from '../../../ui/notice.js';
import { SettingsForm, fieldsOf } from '../settings-form.js';
import { MessagePreview } from './message-preview.js';
import { readMessageTexts, useSaveMessageText } from './message-text-queries.js';
import {
  messageTextProblems,
  messageTextRequestOf,
  messageTextValuesOf,
  ourValuesOf,
  ownTextsWith,
  savedTextOf,
  type MessageTextValues,
  type SavedText,
} from './message-text-values.js';
import styles from './messages.module.css';
import { PlaceList } from './place-list.js';
import { useMessageTextProblem } from './use-message-text-problem.js';
import { usePlaceInsertion } from './use-place-insertion.js';

interface MessageTextFormProps {
  place: MessageTextPlace;
  /** The organisation's texts as they are saved. */
  texts: MessageTexts;
  /** Name of the organisation, for the example. */
  inviter: LocalisedText;
  /** Languages of the organisation. */
  languages: readonly Language[];
}

/** One text of the messages, with an example of how it comes to its receiver. */
export function MessageTextForm({ place, texts, inviter, languages }: MessageTextFormProps) {
  const { t } = useTexts();
  const save = useSaveMessageText();
  const saved = savedTextOf(texts, place);
  const settings = useSettingsForm<SavedText, MessageTextValues>({
    saved,
    first: messageTextValuesOf(place, saved),
    valuesOf: (now) => messageTextValuesOf(place, now),
    check: (values) => messageTextProblems(place, values),
    save: async (values, base) => {
      const request = messageTextRequestOf(place, values, base?.version ?? 0);
      return savedTextOf(await save(request), place);
    },
    reload: async () => savedTextOf(await readMessageTexts(), place),
  });
  const { form } = settings;
  const values = useWatch({ control: form.control }) as MessageTextValues;
  const state = { ...settings, text: useMessageTextProblem(place, values) };
  const { area, insert, onFocus } = usePlaceInsertion(values.body, (body) =>
    form.setValue('body', body, { shouldValidate: form.formState.isSubmitted }),
  );
  const fields = place.channel === 'email' ? (['subject', 'body'] as const) : (['body'] as const);
  const labelOf = (name: keyof MessageTextValues) => t(`messageTexts.${name}`);
  const field = fieldsOf(state, labelOf);
  const bringBack = () => {
    const ours = ourValuesOf(place);
    form.setValue('subject', ours.subject);
    form.setValue('body', ours.body);
    form.clearErrors();
  };
  return (
    <SettingsForm
      state={state}
      name="message-text"
      fields={fields}
      labelOf={labelOf}
      moreActions={
        <Button variant="secondary" onClick={bringBack} data-testid="our-message-text">
          {t('messageTexts.bringBack')}
        </Button>
      }
    >
      {place.channel === 'email' && <TextField {...field('subject')} />}
      <div ref={area} className={styles.body} onFocus={onFocus}>
        <TextareaField {...field('body')} />
      </div>
      <PlaceList places={placeholdersOf(place.kind)} onInsert={insert} />
      {hasCareWord(`${values.subject} ${values.body}`) && (
        <Notice status="warning" label={t('messageTexts.careWord')} testId="care-word">
          {t('messageTexts.careWordText')}
        </Notice>
      )}
      <MessagePreview
        place={place}
        own={ownTextsWith(texts, place, values)}
        inviter={inviter}
        languages={languages}
      />
    </SettingsForm>
  );
}
