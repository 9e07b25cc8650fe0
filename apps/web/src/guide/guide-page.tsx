import { Link, useParams } from 'react-router';
import { useTexts } from '../i18n/index.js';
import { PageFrame } from '../ui/page-frame.js';
import { PageHeading } from '../ui/page-heading.js';
import { Stack } from '../ui/stack.js';
import { admin } from './admin.js';
import { client } from './client.js';
import { developer } from './developer.js';
import { READERS, type Guide, type Reader } from './guide-text.js';
import { professional } from './professional.js';
import styles from './guide-page.module.css';

const GUIDES: Readonly<Record<Reader, Guide>> = { client, professional, admin, developer };

/** The guides: the choice of reader, or one reader's guide. */
export function GuidePage() {
  const { reader } = useParams();
  const known = READERS.find((each) => each === reader);
  return (
    <PageFrame width="narrow">
      {known === undefined ? <GuideChoice /> : <GuideFor key={known} reader={known} />}
    </PageFrame>
  );
}

function GuideChoice() {
  const { t } = useTexts();
  return (
    <Stack surface="card" testId="guide-page">
      <PageHeading>{t('guide.heading')}</PageHeading>
      <p>{t('guide.choose')}</p>
      <ul>
        {READERS.map((reader) => (
          <li key={reader}>
            <Link to={`/guide/${reader}`}>{t(`guide.${reader}`)}</Link>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function GuideFor({ reader }: { reader: Reader }) {
  const { t, language } = useTexts();
  return (
    <Stack surface="card" gap="l" testId="guide-page">
      <PageHeading>{t(`guide.${reader}`)}</PageHeading>
      {GUIDES[reader][language].map(({ heading, text, code = [] }) => (
        <section key={heading}>
          <Stack gap="s">
            <h2>{heading}</h2>
            {text.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            {code.map((example, index) => (
              // A keyboard gets there to scroll.
              <pre
                key={example}
                className={styles.code}
                tabIndex={0}
                role="region"
                aria-label={t('guide.example', { heading, number: index + 1 })}
                lang="en"
              >
                {example}
              </pre>
            ))}
          </Stack>
        </section>
      ))}
      <p>
        <Link to="/guide">{t('guide.all')}</Link>
      </p>
    </Stack>
  );
}
