import type { Language, Sheet } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button, Dropdown, DropdownItem } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Actions, Stack } from '../../ui/stack.js';
import { PrintedSheet } from './printed-sheet.js';
import { useOpenSheet } from './queries.js';
import styles from './printed-sheet.module.css';

interface OpenSheetProps {
  visitId: string;
  participantId: string;
}

/** First what the sheet is and to whom it may be given, then the sheet itself. */
export function OpenSheet({ visitId, participantId }: OpenSheetProps) {
  const { t } = useTexts();
  const open = useOpenSheet(visitId, participantId);
  if (open.data !== undefined) {
    return <OpenedSheet sheet={open.data} />;
  }
  return (
    <Stack surface="card" gap="l">
      <Stack>
        <p>{t('sheet.explain')}</p>
        <p>{t('sheet.secret')}</p>
      </Stack>
      {open.isError && <Failure error={open.error} />}
      <div>
        <Button
          aria-disabled={open.isPending}
          onClick={() => open.isPending || open.mutate()}
          data-testid="show-sheet"
        >
          {open.isPending ? t('sheet.opening') : t('sheet.open')}
        </Button>
      </div>
    </Stack>
  );
}

function OpenedSheet({ sheet }: { sheet: Sheet }) {
  const { t } = useTexts();
  const { languages } = sheet;
  const [language, setLanguage] = useState<Language>(sheet.language ?? languages[0] ?? 'fi');
  return (
    <>
      <div className={styles.unprinted}>
        <Stack>
          {languages.length > 1 && (
            <Dropdown
              labelText={t('sheet.language')}
              value={language}
              onChange={(value) =>
                setLanguage((now) => languages.find((one) => one === value) ?? now)
              }
              data-testid="sheet-language"
            >
              {languages.map((each) => (
                <DropdownItem key={each} value={each}>
                  {t(`bookings.language_${each}`)}
                </DropdownItem>
              ))}
            </Dropdown>
          )}
          <Actions>
            <Button onClick={() => print()} data-testid="print-sheet">
              {t('sheet.print')}
            </Button>
          </Actions>
        </Stack>
      </div>
      <PrintedSheet sheet={sheet} language={language} />
    </>
  );
}
