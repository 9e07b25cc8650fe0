import { LOGO_MAX_BYTES, LOGO_TYPES } from '@tapaamo/contracts';
import { useId, useRef, useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { codeText, problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { Actions, Stack } from '../../ui/stack.js';
import { useSaveLogo } from './queries.js';
import styles from './settings.module.css';

/** The organisation's picture; it is saved as soon as it is chosen. */
export function LogoField({ logo }: { logo: string | null }) {
  const { t, language } = useTexts();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const save = useSaveLogo();
  const [tooLarge, setTooLarge] = useState(false);
  const choose = (file: File | undefined) => {
    if (file === undefined) {
      return;
    }
    const large = file.size > LOGO_MAX_BYTES;
    setTooLarge(large);
    save.reset();
    if (!large) {
      save.mutate(file);
    }
  };
  const problem = tooLarge
    ? codeText('logo.too-large', language)
    : save.isError
      ? problemText(save.error, language)
      : undefined;
  return (
    <Stack gap="s">
      <h2>{t('settings.logo')}</h2>
      {logo !== null && (
        <img className={styles.logo} src={logo} alt={t('settings.logo')} data-testid="logo" />
      )}
      <p id={`${id}-hint`}>{t('settings.logoHint')}</p>
      {problem !== undefined && (
        <Notice status="error" testId="logo-problem">
          {problem}
        </Notice>
      )}
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('settings.chooseLogo')}
        accept={LOGO_TYPES.join()}
        data-testid="logo-file"
        onChange={(event) => {
          choose(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Actions>
        <Button
          variant="secondary"
          aria-describedby={`${id}-hint`}
          aria-disabled={save.isPending}
          onClick={() => input.current?.click()}
        >
          {t('settings.chooseLogo')}
        </Button>
        {logo !== null && (
          <Button
            variant="secondaryNoBorder"
            onClick={() => save.mutate(null)}
            data-testid="remove-logo"
          >
            {t('settings.removeLogo')}
          </Button>
        )}
      </Actions>
    </Stack>
  );
}
