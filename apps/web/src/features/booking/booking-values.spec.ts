import { ApiProblem } from '../../api/api-problem.js';
import {
  bookingProblems,
  bookingRequestOf,
  refusedFields,
  type BookingValues,
} from './booking-values.js';

const TODAY = '2026-12-01';
const written: BookingValues = {
  serviceId: 'b0c5a3e0-0000-4000-8000-000000000001',
  date: '14.12.2026',
  time: '10.30',
  durationMinutes: '45',
  clientName: ' Aino Esimerkki ',
  clientPhone: '',
  clientLanguage: '',
  clientEmail: 'aino@example.fi',
};

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
