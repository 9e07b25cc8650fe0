import type { Texts } from '../texts.js';

export const quality: Texts['quality'] = {
  question: 'How did the visit go technically?',
  anonymous: 'Your answer is not connected with you: it is only counted.',
  good: 'Well',
  fair: 'Fairly well',
  poor: 'Badly',
  thanks: 'Thank you for your answer!',
};

export const qualityCounts: Texts['qualityCounts'] = {
  heading: 'How visits went',
  lead: 'What those who took part answered when they were asked after the visit how it went technically. Numbers are shown once the month is over, so that nobody sees what somebody has just answered.',
  none: 'There are no answers for past months.',
  answer: 'Answer',
};
