import type { HandBack } from '@tapaamo/contracts';
import { get, post } from '../../../api/request.js';

/** What the person who identified in this browser is asked about. */
export function readHandBack(): Promise<HandBack> {
  return get<HandBack>('/api/identification/hand-back');
}

/** Gives the identification to the page that shows this number. There is one attempt. */
export function confirmHandBack(number: string): Promise<void> {
  return post('/api/identification/hand-back/confirm', { number });
}

/** Gives it to nobody. */
export function refuseHandBack(): Promise<void> {
  return post('/api/identification/hand-back/refuse');
}
