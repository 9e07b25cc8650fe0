import { providerOutcomeSchema } from '@tapaamo/contracts';
import { useLocation } from 'react-router';
import { codeText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { Notice } from '../../ui/notice.js';

/** Why a return from the organisation's provider signed nobody in. */
export function ProviderOutcome() {
  const { language } = useTexts();
  const { search } = useLocation();
  const outcome = providerOutcomeSchema.options.find(
    (each) => each === new URLSearchParams(search).get('provider'),
  );
  return outcome === undefined ? null : (
    <Notice status="error" testId="provider-outcome">
      {codeText(`sign-in-provider.${outcome}`, language)}
    </Notice>
  );
}
