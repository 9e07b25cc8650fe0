import type { Language, Sheet } from '@tapaamo/contracts';
import { printedSheet as en } from '../../i18n/en/sheet.js';
import { printedSheet as fi } from '../../i18n/fi/sheet.js';
import { printedSheet as sv } from '../../i18n/sv/sheet.js';
import { formatDateAndTime, formatMoment } from '../../time/format.js';
import { QrCode } from '../../ui/qr-code.js';
import styles from './printed-sheet.module.css';

/** The sheet is in the language of who gets it, whatever the language of the page. */
const TEXTS = { fi, sv, en };

/** An invitation on a sheet of A4. It names nobody but who invites, and not even those where the visit is discreet. */
export function PrintedSheet({ sheet, language }: { sheet: Sheet; language: Language }) {
  const texts = TEXTS[language];
  const { inviter, identificationLevel, startsAt, purgeDueAt } = sheet;
  // The year is always said: a sheet lies about for long.
  const time = formatMoment(startsAt, language, 0).replace(/^./, (first) => first.toUpperCase());
  const phone = inviter?.phone ?? null;
  return (
    <article className={styles.sheet} lang={language} data-testid="printed-sheet">
      <h2>{texts.heading}</h2>
      <dl className={styles.facts}>
        <dt>{texts.when}</dt>
        <dd>{time}</dd>
        {inviter !== null && (
          <>
            <dt>{texts.who}</dt>
            <dd>{inviter.organisationName[language]}</dd>
          </>
        )}
      </dl>
      <h3>{texts.ways}</h3>
      <div className={styles.ways}>
        <div className={styles.picture}>
          <QrCode text={sheet.link} label={texts.cameraLabel} />
          <p>{texts.camera}</p>
        </div>
        <div>
          <p>{texts.typing}</p>
          <p className={styles.typed}>{sheet.codeAddress.replace(/^https?:\/\//, '')}</p>
          <p>{texts.code}</p>
          <p className={styles.typed} data-testid="printed-code">
            {sheet.code}
          </p>
        </div>
      </div>
      <h3>{texts.bring}</h3>
      <ul>
        <li>{texts.device}</li>
        {identificationLevel !== 'off' && <li>{texts[`identify_${identificationLevel}`]}</li>}
        <li>{texts.early}</li>
      </ul>
      <p>
        <strong>{texts.keepSafe}</strong>{' '}
        {phone === null ? texts.askInviter : texts.ask.replace('{phone}', phone)}
      </p>
      <p>{texts.gone.replace('{time}', formatDateAndTime(purgeDueAt, language))}</p>
    </article>
  );
}
