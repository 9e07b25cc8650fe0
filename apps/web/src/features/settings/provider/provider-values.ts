import {
  changeSignInProviderRequestSchema,
  type AddressClaim,
  type ChangeSignInProviderRequest,
  type FieldProblem,
  type SignInProviderSettings,
  type UnknownPeople,
} from '@tapaamo/contracts';
import { issuesOf } from '../../../forms/issues.js';

/** Lines of text that may be left empty. */
const OPTIONAL = [
  'groupClaim',
  'professionalGroup',
  'teamLeadGroup',
  'adminGroup',
  'officerGroup',
  'secondFactorValue',
] as const;
type Optional = (typeof OPTIONAL)[number];

/** The form as it is written. */
export interface ProviderValues extends Record<Optional, string> {
  displayName: string;
  issuer: string;
  relyingPartyId: string;
  /** Empty keeps the one there is. */
  secret: string;
  addressClaim: AddressClaim;
  addressesVerified: boolean;
  unknownPeople: UnknownPeople;
  active: boolean;
}

/** The fields in the order they stand on the page. */
export const PROVIDER_FIELDS: readonly (keyof ProviderValues)[] = [
  'displayName',
  'issuer',
  'relyingPartyId',
  'secret',
  'addressClaim',
  'addressesVerified',
  'unknownPeople',
  ...OPTIONAL,
  'active',
];

/** The settings as the form shows them. */
export function providerValuesOf(settings: SignInProviderSettings): ProviderValues {
  const {
    version: _version,
    hasSecret: _secret,
    redirectUri: _redirect,
    signInAddress: _address,
    domains: _,
    ...rest
  } = settings;
  const texts = Object.fromEntries(OPTIONAL.map((field) => [field, settings[field] ?? '']));
  return {
    ...rest,
    ...(texts as Record<Optional, string>),
    secret: '',
  };
}

/** What was written, as a request. */
export function providerRequestOf(
  values: ProviderValues,
  version: number,
): ChangeSignInProviderRequest {
  const texts = OPTIONAL.map((field) => [field, values[field].trim() || null]);
  return {
    ...values,
    ...(Object.fromEntries(texts) as Record<Optional, string | null>),
    issuer: values.issuer.trim(),
    secret: values.secret || null,
    version,
  };
}

/** Checks what was written, by the contract's own schema. */
export function providerProblems(values: ProviderValues): FieldProblem[] {
  return issuesOf(changeSignInProviderRequestSchema, providerRequestOf(values, 1));
}
