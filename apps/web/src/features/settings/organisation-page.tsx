import { useTexts } from '../../i18n/index.js';
import { Failure } from '../../ui/failure.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Stack } from '../../ui/stack.js';
import { LogoField } from './logo-field.js';
import { OrganisationForm } from './organisation-form.js';
import { useOrganisation } from './queries.js';
import { SettingsFrame } from './settings-frame.js';

/** What the organisation says of itself to clients, and how its pages and messages look. */
export function OrganisationPage() {
  const { t } = useTexts();
  const { data, isPending, error, refetch } = useOrganisation();
  return (
    <SettingsFrame testId="organisation-page">
      <Stack gap="s">
        <PageHeading>{t('settings.organisationHeading')}</PageHeading>
        <p>{t('settings.organisationLead')}</p>
      </Stack>
      {isPending && <Loading />}
      {error !== null && data === undefined && (
        <Failure error={error} onRetry={() => void refetch()} />
      )}
      {data !== undefined && (
        <>
          <Stack surface="card">
            <LogoField logo={data.logo} />
          </Stack>
          <Stack surface="card">
            <OrganisationForm settings={data} />
          </Stack>
        </>
      )}
    </SettingsFrame>
  );
}
