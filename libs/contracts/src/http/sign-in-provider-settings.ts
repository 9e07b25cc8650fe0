import { z } from 'zod';
import { plainText } from '../plain-text.js';
import type { StaffRole } from '../words.js';

/** Claims in which providers hand over a person's e-mail address. */
export const addressClaimSchema = z.enum(['email', 'preferred_username', 'upn']);
export type AddressClaim = z.infer<typeof addressClaimSchema>;

/** What becomes of somebody who has no account: turned away, or given one. */
export const unknownPeopleSchema = z.enum(['refused', 'created']);
export type UnknownPeople = z.infer<typeof unknownPeopleSchema>;

/** A word of another system: visible signs of ASCII without blanks. */
const word = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[!-~]+$/);

const group = plainText(200).nullable();

/** Which field names the group whose members get a role when their account is made. */
export const GROUP_FIELDS = {
  professional: 'professionalGroup',
  'team-lead': 'teamLeadGroup',
  admin: 'adminGroup',
  'data-protection-officer': 'officerGroup',
} as const satisfies Record<StaffRole, string>;

const settings = {
  /** What staff calls it. */
  displayName: plainText(60),
  issuer: z
    .url({ protocol: /^https?$/ })
    .trim()
    .max(500),
  relyingPartyId: word(200),
  addressClaim: addressClaimSchema,
  /** The admin's word that the provider hands over nobody's address but one it has checked. */
  addressesVerified: z.boolean(),
  unknownPeople: unknownPeopleSchema,
  /** Claim that lists a person's groups. */
  groupClaim: word(100).nullable(),
  /** Null: whoever gets an account is a professional. */
  professionalGroup: group,
  teamLeadGroup: group,
  adminGroup: group,
  officerGroup: group,
  /** Value that `acr` or `amr` must have; null is the admin's word that the provider always asks a second factor. */
  secondFactorValue: word(200).nullable(),
  active: z.boolean(),
};

/** `POST /api/organisation/sign-in-provider`. */
export const changeSignInProviderRequestSchema = z
  .strictObject({
    ...settings,
    /** Null keeps the one there is. */
    secret: z.string().min(8).max(500).nullable(),
    /** The version that was read; 0 while there is none. */
    version: z.number().int().min(0),
  })
  .superRefine((sent, context) => {
    const isMapped = Object.values(GROUP_FIELDS).some((field) => sent[field] !== null);
    if (isMapped && sent.groupClaim === null) {
      context.addIssue({ code: 'custom', path: ['groupClaim'] });
    }
  });
export type ChangeSignInProviderRequest = z.infer<typeof changeSignInProviderRequestSchema>;

/** Answer of `GET /api/organisation/sign-in-provider` and of a change; texts are empty while there is none. */
export const signInProviderSettingsSchema = z.object({
  ...settings,
  displayName: z.string(),
  issuer: z.string(),
  relyingPartyId: z.string(),
  /** Domains of addresses that the operator assigned to the organisation; admins cannot change them. */
  domains: z.array(z.string()),
  version: z.number().int().min(0),
  /** Whether there is a secret; it is never shown. */
  hasSecret: z.boolean(),
  /** Address to enter at the provider. */
  redirectUri: z.url(),
  /** The sign-in page of this organisation. */
  signInAddress: z.url(),
});
export type SignInProviderSettings = z.infer<typeof signInProviderSettingsSchema>;

/** `POST /api/organisation/sign-in-provider/test`. */
export const testSignInProviderRequestSchema = z.strictObject({ issuer: settings.issuer });
export type TestSignInProviderRequest = z.infer<typeof testSignInProviderRequestSchema>;

/**
 * What a look at the provider found: it works; its address is in no public network; nobody answers there; what answers
 * is no provider; it calls itself by another address; it cannot do what is needed.
 */
export const signInProviderTestSchema = z.object({
  result: z.enum([
    'works',
    'host-not-allowed',
    'unreachable',
    'no-provider',
    'other-issuer',
    'unsuitable',
  ]),
});
export type SignInProviderTest = z.infer<typeof signInProviderTestSchema>;
