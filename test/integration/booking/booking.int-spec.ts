import { bookingListSchema, bookingSchema, serviceListSchema } from '@tapaamo/contracts';
import { expectAnswer, type ApiClient } from '../../support/api-client.js';
import { book, bookingRequest, invitationOf } from '../../support/builders/booking-builder.js';
import { startApi, type TestApi } from '../../support/start-api.js';
import { buildWorld, type TestOrganisation } from '../../support/world.js';

describe('booking a visit', () => {
  let api: TestApi;
  let world: TestOrganisation;
  let professional: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    world = await buildWorld(api.dataSource);
    professional = api.client();
    await professional.signIn(world.professional.email);
  });

  afterAll(async () => {
    await api.close();
  });

  it('answers with the booking as the professional sees it', async () => {
    const booking = await book(professional, world.service, {
      clientName: '  Åsa  Özdemir-Mäkelä ',
      clientPhone: '040 123 4567',
      clientEmail: 'asa@example.fi',
    });
    expect(booking).toMatchObject({
      serviceId: world.service.id,
      serviceName: { fi: world.service.nameFi },
      startsAt: '2027-02-10T08:15:00.000Z',
      endsAt: '2027-02-10T08:45:00.000Z',
      status: 'booked',
      client: { name: 'Åsa Özdemir-Mäkelä', phone: '+358401234567', email: 'asa@example.fi' },
      arrivedAt: null,
      endedAt: null,
      messages: [
        { channel: 'sms', status: 'queued' },
        { channel: 'email', status: 'queued' },
      ],
      purgeDueAt: '2027-03-10T08:45:00.000Z',
    });
    const text = expect.stringContaining('http://localhost:8080/v#') as string;
    await expect(invitationOf(api, booking.visitId)).resolves.toMatchObject({ text });
  });
});
