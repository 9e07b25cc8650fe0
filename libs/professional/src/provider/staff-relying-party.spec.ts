import type { Config } from '@tapaamo/config';
import { Logger } from '@tapaamo/logging';
import type { ProviderGate } from './provider-gate.js';
import { StaffRelyingParty } from './staff-relying-party.js';

const ENTRA = 'https://login.microsoftonline.com/0f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1/v2.0';

describe('what a provider says of itself', () => {
  const quiet = new Logger('test', 'error', { write: () => undefined });

  /** Reads the document of a provider at an address of Entra ID. @param issuer - Whom the document is of. */
  const read = (issuer: string) => {
    const document = { issuer, authorization_endpoint: `${ENTRA}/authorize` };
    const gate = { fetch: () => Promise.resolve(Response.json(document)) };
    return new StaffRelyingParty(
      { PUBLIC_URL: 'https://tapaamo.example' } as Config,
      gate as unknown as ProviderGate,
      quiet,
    ).discover(ENTRA);
  };

  it('is read where it names the provider that was asked', async () => {
    await expect(read(ENTRA)).resolves.toMatchObject({ issuer: ENTRA });
  });

  // openid-client itself does not compare it at these addresses: their documents for many name no issuer in particular.
  it.each([
    ['another directory', ENTRA.replace('0f1e', 'ffff')],
    ['any directory', 'https://login.microsoftonline.com/{tenantid}/v2.0'],
    ['a stranger', 'https://evil.example'],
  ])('is refused where it is of %s', async (_case, issuer) => {
    await expect(read(issuer)).rejects.toMatchObject({
      code: 'sign-in-provider.rejected',
      options: { details: { reason: 'issuer-other' } },
    });
  });
});
