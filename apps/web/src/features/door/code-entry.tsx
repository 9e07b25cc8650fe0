import { useRef, useState } from 'react';
import { Button, TextInput } from 'suomifi-ui-components';
import { hasCode } from '../../api/api-problem.js';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';

/** What is said of a code, or of a link in its place, that leads nowhere. */
const WRONG = ['visit-code.unknown', 'link.unknown', 'request.invalid'] as const;

/** Where somebody types the visit code of a printed invitation. A wrong one stays as it was written, to be mended. */
export function CodeEntry({ onCode }: { onCode: (code: string) => Promise<void> }) {
  const { t, language } = useTexts();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const refuse = (text: string) => {
    setProblem(text);
    field.current?.focus();
  };
  const submit = async () => {
    setProblem(undefined);
    setFailure(undefined);
    if (code.trim() === '') {
      refuse(t('door.codeMissing'));
      return;
    }
    setIsBusy(true);
    try {
      await onCode(code);
    } catch (error) {
      setIsBusy(false);
      const isWrong = WRONG.some((wrong) => hasCode(error, wrong));
      (isWrong ? refuse : setFailure)(problemText(error, language));
    }
  };
  return (
    <Stack surface="card" gap="l" testId="code-page">
      <Stack>
        <PageHeading>{t('door.codeHeading')}</PageHeading>
        <p>{t('door.codeText')}</p>
      </Stack>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void (isBusy ? undefined : submit());
        }}
      >
        <Stack gap="l">
          <TextInput
            ref={field}
            id="visit-code"
            name="visit-code"
            labelText={t('door.code')}
            hintText={t('door.codeHint')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={300}
            value={code}
            onChange={(value) => setCode(String(value ?? ''))}
            status={problem === undefined ? 'default' : 'error'}
            statusText={problem ?? ''}
            fullWidth
            data-testid="visit-code"
          />
          {failure !== undefined && <Notice status="error">{failure}</Notice>}
          <Button type="submit" aria-disabled={isBusy} fullWidth data-testid="code-continue">
            {isBusy ? t('door.codeChecking') : t('door.codeContinue')}
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
