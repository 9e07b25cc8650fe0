import { INVITED_AT_ONCE_MAX } from '@tapaamo/contracts';
import { Fragment, useRef, useState, type ClipboardEvent } from 'react';
import { Button, Textarea } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { Actions, Stack } from '../../ui/stack.js';
import { countPeople } from './csv/count-people.js';
import { decodeFile } from './csv/decode-file.js';
import { ListProblemNotice } from './list-problem-notice.js';
import styles from './staff.module.css';

/** No list of people that can be invited at a time is so large; a picture or a whole workbook is. */
const FILE_MAX_BYTES = 20_000_000;

/** Longest text that is put into the field: a larger one would make typing in it slow. */
const SHOWN_MAX = 2_000_000;

interface ListSourceProps {
  text: string;
  isChecking: boolean;
  onText: (text: string) => void;
  onCheck: (text: string) => void;
}

/** Where a list comes from: a file, or what is pasted or written here. It is mended here, too. */
export function ListSource({ text, isChecking, onText, onCheck }: ListSourceProps) {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [fileProblem, setFileProblem] = useState<'too-large' | 'unreadable'>();
  /** Too long a list is refused before it fills the page. */
  const take = (taken: string) => {
    const isLong = countPeople(taken) > INVITED_AT_ONCE_MAX || taken.length > SHOWN_MAX;
    onText(isLong || taken.includes('\0') ? '' : taken);
    onCheck(taken);
  };
  const choose = async (file: File) => {
    setFileProblem(file.size > FILE_MAX_BYTES ? 'too-large' : undefined);
    if (file.size <= FILE_MAX_BYTES) {
      await file.arrayBuffer().then(
        (bytes) => take(decodeFile(new Uint8Array(bytes))),
        () => setFileProblem('unreadable'),
      );
    }
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text');
    if (countPeople(pasted) > INVITED_AT_ONCE_MAX) {
      event.preventDefault();
      take(pasted);
    }
  };
  const template = `\uFEFF${t('staff.templateHeader')}\r\n`;
  return (
    <Stack surface="card">
      <h2>{t('staff.sourceHeading')}</h2>
      <p>{t('staff.sourceText')}</p>
      <div className={styles.example}>
        <ExampleRow cells={t('staff.templateHeader')} />
        <ExampleRow cells={t('staff.templateExample')} />
      </div>
      <p>
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(template)}`}
          download={t('staff.templateName')}
          data-testid="template"
        >
          {t('staff.template')}
        </a>
      </p>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('staff.chooseFile')}
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        data-testid="list-file"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) {
            void choose(file);
          }
          target.value = '';
        }}
      />
      <div>
        <Button variant="secondary" onClick={() => input.current?.click()}>
          {t('staff.chooseFile')}
        </Button>
      </div>
      {fileProblem !== undefined && <ListProblemNotice problem={{ code: fileProblem }} />}
      <Textarea
        id="field-list"
        className={styles.list}
        labelText={t('staff.listLabel')}
        hintText={t('staff.listHint')}
        fullWidth
        resize="vertical"
        spellCheck={false}
        value={text}
        onChange={({ target }) => onText(target.value)}
        onPaste={paste}
      />
      <Actions>
        <Button aria-disabled={isChecking} onClick={() => onCheck(text)} data-testid="check-list">
          {isChecking ? t('staff.checking') : t('staff.check')}
        </Button>
      </Actions>
    </Stack>
  );
}

/** A row of the example; where it is too long for the screen it breaks between cells. */
function ExampleRow({ cells }: { cells: string }) {
  return (
    <p>
      {cells.split(/(?<=;)/).map((cell) => (
        <Fragment key={cell}>
          {cell}
          <wbr />
        </Fragment>
      ))}
    </p>
  );
}
