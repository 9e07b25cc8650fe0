import { z } from 'zod';
import { instantSchema } from '../primitives.js';
import {
  assuranceSchema,
  representationSchema,
  verdictBasisSchema,
  verdictResultSchema,
  type VerdictResult,
} from '../words.js';

/** The door's comparison, as the professional sees it. No identity code, no identified name. */
export const verdictSchema = z.object({
  result: verdictResultSchema,
  basis: verdictBasisSchema,
  /** Whether the identified name is another than the booked one: with the same identity code it may have changed. */
  nameDiffers: z.boolean(),
  /** Whether the provider told another day of birth than the identity code does: worth a look, and no proof. */
  birthDateDiffers: z.boolean(),
  assurance: assuranceSchema,
  /** Of a guardian, where a register is asked; absent otherwise. */
  representation: representationSchema.optional(),
  /** It came back in another browser than it began in, and was handed over by a number; absent otherwise. */
  handedBack: z.literal(true).optional(),
  /** Another identity code is booked by now than the one it was compared with; absent otherwise. */
  codeChanged: z.literal(true).optional(),
  identifiedAt: instantSchema,
});
export type Verdict = z.infer<typeof verdictSchema>;

/** As whom somebody was identified; undefined for who was not, also where another identity code is booked by now. */
export function resultOf(
  verdict: Pick<Verdict, 'result' | 'codeChanged'> | null | undefined,
): VerdictResult | undefined {
  return verdict?.codeChanged === true ? undefined : verdict?.result;
}

/**
 * What the door knows of somebody, in one word, by which they are let in. `birth-date-differs`: the booked person's identity
 * code or name, and a day of birth that the code contradicts.
 */
export const arrivalFindingSchema = z.enum([
  ...verdictResultSchema.options,
  'birth-date-differs',
  'not-identified',
]);
export type ArrivalFinding = z.infer<typeof arrivalFindingSchema>;

/** What of a verdict tells who somebody is. */
type WhoItIs = Pick<Verdict, 'result' | 'codeChanged' | 'birthDateDiffers'> | null | undefined;

/** The word of a verdict; who has none was not identified. */
export function arrivalFindingOf(verdict: WhoItIs): ArrivalFinding {
  const result = resultOf(verdict);
  if (result === 'same-person' && verdict?.birthDateDiffers === true) {
    return 'birth-date-differs';
  }
  return result ?? 'not-identified';
}

/** What besides the finding is a reason to look twice before somebody is let in. */
export const arrivalWarningSchema = z.enum([
  'representation-not-allowed',
  'handed-back',
  'hand-back-refused',
  'hand-back-unanswered',
]);
export type ArrivalWarning = z.infer<typeof arrivalWarningSchema>;

/** What there is to look at of somebody at the door, besides the finding. */
export function arrivalWarningsOf({
  verdict,
  handBackRefused,
  handBackUnanswered,
}: {
  verdict: Pick<Verdict, 'representation' | 'handedBack'> | null | undefined;
  handBackRefused: boolean;
  handBackUnanswered: boolean;
}): ArrivalWarning[] {
  const isSo: Record<ArrivalWarning, boolean> = {
    'representation-not-allowed': verdict?.representation === 'not-allowed',
    'handed-back': verdict?.handedBack === true,
    'hand-back-refused': handBackRefused,
    'hand-back-unanswered': handBackUnanswered,
  };
  return arrivalWarningSchema.options.filter((warning) => isSo[warning]);
}

/** Whether there is something to look at by now that was not there before. */
export function isWarnedAnew(
  before: readonly ArrivalWarning[],
  present: readonly ArrivalWarning[],
): boolean {
  return present.some((warning) => !before.includes(warning));
}

/**
 * Whether it is proved who somebody is: identified as the booked person, or as a guardian of the visit, by words of the
 * provider that do not contradict each other. Whoever asks whether somebody may be told, may answer or vouches for somebody
 * else asks this.
 */
export function isProvedAs(result: 'same-person' | 'guardian', verdict: WhoItIs): boolean {
  return resultOf(verdict) === result && verdict?.birthDateDiffers !== true;
}
