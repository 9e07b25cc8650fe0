import { localTime } from './meeting-of-product.mjs';

const DAY_MS = 86_400_000;
const SLOTS_A_DAY = 192;

/**
 * Books with one professional as often as it is asked. Each booking has a time of its own and seems to come from an
 * address of its own: the product refuses two at one time and too many from one place.
 *
 * @param {string} serviceId
 * @param {number} firstDay Days from today.
 * @param {object} contact How the client is reached.
 * @returns {(api: import('./api-client.mjs').ApiClient, name?: string, email?: string) => Promise<unknown>}
 */
export function bookings(
  serviceId,
  firstDay = 1,
  contact = { clientEmail: 'aino.virtanen@example.fi' },
) {
  let count = 0;
  return (api, clientName = 'Aino Olivia Virtanen', clientEmail) => {
    const slot = count++;
    const day = Date.now() + (firstDay + Math.floor(slot / SLOTS_A_DAY)) * DAY_MS;
    const minute = 6 * 60 + (slot % SLOTS_A_DAY) * 5;
    const time = [Math.floor(minute / 60), minute % 60].map((part) =>
      String(part).padStart(2, '0'),
    );
    const wish = {
      serviceId,
      date: localTime(day).date,
      time: time.join(':'),
      durationMinutes: 5,
      clientName,
      ...contact,
      ...(clientEmail === undefined ? {} : { clientEmail }),
    };
    return api.post('/api/bookings', wish, `10.${firstDay}.${slot >> 8}.${slot & 255}`);
  };
}
