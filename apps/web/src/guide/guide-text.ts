import type { Language } from '@tapaamo/contracts';

/** Who a guide is for. */
export const READERS = ['client', 'professional', 'admin', 'developer'] as const;
export type Reader = (typeof READERS)[number];

/** One part of a guide: a question or a task, and what to know or do. */
export interface GuideSection {
  heading: string;
  text: readonly string[];
  /** What is typed or answered, as it is. */
  code?: readonly string[];
}

/** One guide in every language. */
export type Guide = Readonly<Record<Language, readonly GuideSection[]>>;
