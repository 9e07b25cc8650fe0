/**
 * What the guide for developers of record systems shows. The specification beside it holds them to the contracts, and
 * runs the check of the signature.
 */
export const ASK_TIMES = `curl https://tapaamo.example/api/records/v1/services \\
  -H "Authorization: Bearer $TAPAAMO_KEY"

curl "https://tapaamo.example/api/records/v1/professionals/$PROFESSIONAL/free?from=2027-02-10&to=2027-02-12&serviceId=$SERVICE" \\
  -H "Authorization: Bearer $TAPAAMO_KEY"`;

/** Body of `POST /api/records/v1/bookings`. */
export const BOOKING = `{
  "professionalId": "2f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1",
  "serviceId": "1f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1",
  "date": "2027-02-10",
  "time": "10:15",
  "clientName": "Aino Virtanen",
  "clientPhone": "+358401234567",
  "clientLanguage": "fi",
  "recordReference": "A-2027-118"
}`;

export const BOOK = `curl -X POST https://tapaamo.example/api/records/v1/bookings \\
  -H "Authorization: Bearer $TAPAAMO_KEY" \\
  -H "Idempotency-Key: 6f9d3f1c-5c0e-4a53-9a55-0a4c8c3e7b11" \\
  -H "Content-Type: application/json" \\
  -d '${BOOKING}'`;

/** Its answer. */
export const BOOKED = `{
  "visitId": "0f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1",
  "startsAt": "2027-02-10T08:15:00.000Z",
  "endsAt": "2027-02-10T08:45:00.000Z",
  "status": "booked",
  "version": 1
}`;

/** Body of `POST /api/records/v1/visits/:visitId/time`. */
export const MOVE = `{
  "version": 1,
  "date": "2027-02-10",
  "time": "11:00",
  "durationMinutes": 30
}`;

/** Body of `POST /api/records/v1/visits/:visitId/cancel`. */
export const CANCEL = `{
  "version": 2,
  "reason": "client-asked"
}`;

export const CHANGE = `POST /api/records/v1/visits/0f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1/time
${MOVE}

POST /api/records/v1/visits/0f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1/cancel
${CANCEL}`;

/** Body of a webhook. */
export const EVENT = `{
  "type": "visit.moved",
  "timestamp": "2027-02-09T12:00:00.000Z",
  "data": {
    "visitId": "0f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1",
    "version": 2,
    "organisationId": "4f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1",
    "professionalId": "2f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1",
    "serviceId": "1f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1",
    "startsAt": "2027-02-10T09:00:00.000Z",
    "endsAt": "2027-02-10T09:30:00.000Z",
    "status": "booked",
    "bookingVersion": 2,
    "recordReference": "A-2027-118",
    "receipt": null
  }
}`;

/** A check of the signature in Node. */
export const VERIFY = `const { createHmac, timingSafeEqual } = require('node:crypto');

// body: the bytes as they came, before they are read as JSON
function isFromTapaamo(headers, body, secret) {
  const at = Number(headers['webhook-timestamp']);
  if (!(Math.abs(Date.now() / 1000 - at) < 300)) {
    return false;
  }
  const signed = headers['webhook-id'] + '.' + headers['webhook-timestamp'] + '.' + body;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const expected = createHmac('sha256', key).update(signed).digest();
  return headers['webhook-signature'].split(' ').some((one) => {
    const given = Buffer.from(one.replace('v1,', ''), 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}`;
