import { isAllowedOrigin } from './allowed-origin.js';

const apart = {
  PUBLIC_URL: 'https://tapaamo.example',
  MEETING_PUBLIC_URL: 'https://meeting.tapaamo.example',
};
const together = { ...apart, MEETING_PUBLIC_URL: 'https://tapaamo.example/meeting' };

describe('isAllowedOrigin', () => {
  it('accepts the product’s own pages', () => {
    expect(isAllowedOrigin({ origin: 'https://tapaamo.example' }, apart)).toBe(true);
  });

  it.each([
    'https://tapaamo.example.evil.example',
    'https://meeting.tapaamo.example',
    'http://tapaamo.example',
    'https://tapaamo.example:8443',
    'null',
    '',
  ])('refuses %p', (origin) => {
    expect(isAllowedOrigin({ origin }, apart)).toBe(false);
  });

  it('refuses who names no origin', () => {
    expect(isAllowedOrigin({}, apart)).toBe(false);
    expect(isAllowedOrigin({ 'sec-fetch-site': 'same-origin' }, apart)).toBe(false);
    expect(isAllowedOrigin({ 'sec-fetch-site': 'cross-site' }, together)).toBe(false);
  });

  it('takes the browser’s word for it where page and node share an origin', () => {
    expect(isAllowedOrigin({ 'sec-fetch-site': 'same-origin' }, together)).toBe(true);
  });
});
