import { ApiProblem } from '../../api/api-problem.js';
import { newPerson } from '../../forms/person-values.js';
import {
  bookingProblems,
  bookingRequestOf,
  refusedFields,
  takenDays,
  withoutCodes,
  type BookingValues,
} from './booking-values.js';

const TODAY = '2026-12-01';
const written: BookingValues = {
  serviceId: 'b0c5a3e0-0000-4000-8000-000000000001',
  date: '14.12.2026',
  time: '10.30',
  durationMinutes: '45',
  repeatWeeks: '',
  repeatTimes: '',
  repeatSkip: [],
  clientName: ' Aino Esimerkki ',
  invitation: 'messages',
  clientPhone: '',
  clientLanguage: '',
  clientEmail: 'aino@example.fi',
  clientHetu: '',
  clientIsMinor: false,
  nonDisclosure: false,
  recordReference: '',
  participants: [],
};

describe('the people of a booking as it is written', () => {
  const mother = { ...newPerson('guardian'), name: 'Liisa Esimerkki' };
  const child: BookingValues = { ...written, clientEmail: '', clientIsMinor: true };

  it('include a guardian of a minor', () => {
    expect(bookingProblems(child, TODAY)).toEqual([
      { field: 'clientIsMinor', code: 'booking.guardian-required' },
    ]);
  });

  it('can be reached, the child or a guardian', () => {
    const participants = [newPerson('observer'), mother].map((one) => ({ ...one, name: 'Liisa' }));
    expect(bookingProblems({ ...child, participants }, TODAY)).toEqual([
      { field: 'participants.1.phone', code: 'booking.contact-required' },
    ]);
    const phone = '040 123 4567';
    expect(bookingProblems({ ...child, participants: [{ ...mother, phone }] }, TODAY)).toEqual([]);
  });

  it('have problems with names of their own, in the order of the page', () => {
    const participants = [mother, { ...newPerson('interpreter') }];
    expect(bookingProblems({ ...written, participants }, TODAY)).toEqual([
      { field: 'participants.1.interpreterLanguage', code: 'field.missing' },
      { field: 'participants.1.name', code: 'field.missing' },
    ]);
  });

  it('are sent as they are, and not at all when there are none', () => {
    expect(bookingRequestOf(written, TODAY)).not.toHaveProperty('participants');
    expect(bookingRequestOf({ ...child, participants: [mother] }, TODAY)).toMatchObject({
      clientIsMinor: true,
      participants: [{ role: 'guardian', name: 'Liisa Esimerkki' }],
    });
  });
});

describe('a booking as it is written', () => {
  it('becomes a request', () => {
    expect(bookingRequestOf(written, TODAY)).toEqual({
      serviceId: written.serviceId,
      date: '2026-12-14',
      time: '10:30',
      durationMinutes: 45,
      clientName: 'Aino Esimerkki',
      clientPhone: undefined,
      clientEmail: 'aino@example.fi',
    });
  });

  it('has no problems when it is complete', () => {
    expect(bookingProblems(written, TODAY)).toEqual([]);
  });

  it('needs a phone number or an e-mail address', () => {
    expect(bookingProblems({ ...written, clientEmail: ' ' }, TODAY)).toEqual([
      { field: 'clientPhone', code: 'booking.contact-required' },
    ]);
  });

  it('is told of everything that can be seen at once', () => {
    const wrong = { ...written, date: '30.11.2026', clientName: '', clientEmail: 'a@b' };
    expect(bookingProblems(wrong, TODAY)).toEqual([
      { field: 'time', code: 'booking.start-in-past' },
      { field: 'clientName', code: 'field.missing' },
      { field: 'clientEmail', code: 'field.email-invalid' },
    ]);
  });

  it('needs neither of whom is invited on paper, and sends none that was typed before', () => {
    const onPaper = { ...written, invitation: 'sheet', clientPhone: '040 123' } as const;
    expect(bookingProblems({ ...onPaper, clientEmail: '' }, TODAY)).toEqual([]);
    const { clientPhone, clientEmail, printedSheet } = bookingRequestOf(onPaper, TODAY);
    expect([clientPhone, clientEmail, printedSheet]).toEqual([undefined, undefined, true]);
  });

  it('names its problems in the order of the page', () => {
    const fields = bookingProblems(
      { ...written, clientName: '', date: '31.2.', serviceId: '' },
      TODAY,
    );
    expect(fields).toEqual([
      { field: 'serviceId', code: 'field.missing' },
      { field: 'date', code: 'field.invalid' },
      { field: 'clientName', code: 'field.missing' },
    ]);
  });
});

describe('a refused booking', () => {
  it('shows the server’s problems at their fields', () => {
    const problem = new ApiProblem('request.invalid', undefined, [
      { field: 'clientPhone', code: 'field.phone-invalid' },
      { field: 'date', code: 'field.invalid' },
    ]);
    expect(refusedFields(problem).map(({ field }) => field)).toEqual(['date', 'clientPhone']);
  });

  it('shows an overlap at the time', () => {
    expect(refusedFields(new ApiProblem('booking.overlap'))).toEqual([
      { field: 'time', code: 'booking.overlap' },
    ]);
  });

  it('has no field to show when the service is down', () => {
    expect(refusedFields(new ApiProblem('service.unexpected'))).toEqual([]);
  });

  it('has no field to show when there is no line', () => {
    expect(refusedFields(new ApiProblem('offline'))).toEqual([]);
  });
});

describe('a series', () => {
  const series: BookingValues = { ...written, repeatWeeks: '2', repeatTimes: '3' };

  it('is asked for with the days that are left out, as far as they are days of it', () => {
    const values = { ...series, repeatSkip: ['2026-12-28', '2026-12-29'] };
    expect(bookingRequestOf(values, TODAY).repeat).toEqual({
      everyWeeks: 2,
      times: 3,
      skip: ['2026-12-28'],
    });
  });

  it('has no reference of the record system: it would be one visit’s', () => {
    const single = { ...written, recordReference: ' A-2027-118 ' };
    expect(bookingRequestOf(single, TODAY).recordReference).toBe('A-2027-118');
    const several = { ...single, repeatWeeks: '2', repeatTimes: '3' } as const;
    expect(bookingRequestOf(several, TODAY).recordReference).toBeUndefined();
  });

  it.each([
    ['', 'field.missing'],
    ['1', 'field.invalid'],
    ['53', 'field.invalid'],
    ['x', 'field.invalid'],
  ])('of "%s" times is refused', (repeatTimes, code) => {
    const problems = bookingProblems({ ...series, repeatTimes }, TODAY);
    expect(problems).toEqual([{ field: 'repeatTimes', code }]);
  });

  it('shows which of its days are taken', () => {
    const problem = new ApiProblem('booking.series-overlap', undefined, [
      { field: 'repeat.2026-12-28', code: 'booking.overlap' },
    ]);
    expect(takenDays(problem)).toEqual(['2026-12-28']);
    expect(refusedFields(problem)).toEqual([
      { field: 'repeatSkip', code: 'booking.series-overlap' },
    ]);
  });
});

describe('what is kept of a form whose session ended', () => {
  it('is all that was written but the identity codes', () => {
    const mother = { ...newPerson('guardian'), name: 'Liisa Esimerkki' };
    const participants = [{ ...mother, hetu: '131052-308T' }];
    expect(withoutCodes({ ...written, clientHetu: '131052-308T', participants })).toEqual({
      ...written,
      participants: [mother],
    });
  });
});
