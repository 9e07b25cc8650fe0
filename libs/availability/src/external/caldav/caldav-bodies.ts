/** What is asked of a place when calendars are looked for (RFC 4918 section 9.1, RFC 5397, RFC 4791 section 6.2.1). */
export const PROPFIND_BODY = `<?xml version="1.0" encoding="utf-8"?>
<D:propfind xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop>
<D:resourcetype/><D:displayname/><D:current-user-principal/>
<C:calendar-home-set/><C:supported-calendar-component-set/>
</D:prop></D:propfind>`;

/** Asks for the events of a stretch of time (RFC 4791 section 7.8), in milliseconds since 1970. */
export function eventsBetween(fromMs: number, toMs: number): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><C:calendar-data/></D:prop>
<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">
<C:time-range start="${utc(fromMs)}" end="${utc(toMs)}"/>
</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>`;
}

/** An instant as iCalendar writes it (RFC 5545 section 3.3.5). */
function utc(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '');
}
