import { Loading } from '../../ui/loading.js';
import { useCode } from '../../ui/use-code.js';
import type { CalendarProps } from './calendar/calendar.js';

/** The picture travels only to who looks at it. */
const load = () => import('./calendar/calendar.js');

/** Bookings of a day or a week as a picture of hours. */
export function BookingsAsPicture(props: CalendarProps) {
  const code = useCode(load);
  return code === undefined ? <Loading /> : <code.Calendar {...props} />;
}
