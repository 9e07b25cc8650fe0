import type { MeetingQuality } from '@tapaamo/contracts';

/** The mouth of each mood. */
const MOUTHS: Record<MeetingQuality, string> = {
  good: 'M8 14.5c1 1.5 2.4 2 4 2s3-.5 4-2',
  fair: 'M8.5 15.5h7',
  poor: 'M8 16.5c1-1.5 2.4-2 4-2s3 .5 4 2',
};

/** A face beside the word that says the same. */
export function FaceIcon({ mood }: { mood: MeetingQuality }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="28"
      height="28"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="12" cy="12" r="10" />
      <path d="M9 9v.5M15 9v.5" />
      <path d={MOUTHS[mood]} />
    </svg>
  );
}
