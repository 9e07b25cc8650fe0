import type { Receipt } from '@tapaamo/contracts';
import { receiptText } from './receipt-text.js';

const receipt: Receipt = {
  visitId: '0f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1',
  recordReference: null,
  serviceId: '1f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1',
  serviceName: { fi: 'Perhetyö', sv: 'Familjearbete', en: 'Family work' },
  professionalId: '2f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1',
  outcome: 'fulfilled',
  cancelReason: null,
  correction: null,
  bookedFrom: '2027-02-10T21:30:00.000Z',
  bookedUntil: '2027-02-10T22:15:00.000Z',
  arrivedAt: '2027-02-10T21:20:00.000Z',
  letInAt: '2027-02-10T21:31:00.000Z',
  metFrom: '2027-02-10T21:31:00.000Z',
  metUntil: '2027-02-10T22:20:00.000Z',
  endedAt: '2027-02-10T22:21:00.000Z',
  participants: [],
  identificationLevel: 'off',
  identification: null,
};

describe('the text of a receipt', () => {
  it('says the day of what was on another than the heading’s', () => {
    const text = receiptText(receipt, 'fi', null);
    expect(text).toContain('Etätapaaminen 10.2.2027');
    expect(text).toContain('Varattu aika: klo 23.30–11.2.2027 klo 0.15');
    expect(text).toContain('Tapaaminen päättyi: 11.2.2027 klo 0.21');
    expect(text).toContain('Asiakas saapui odotushuoneeseen: klo 23.20');
  });

  it('says nothing of who came to a visit that was held before that was kept', () => {
    expect(receiptText(receipt, 'fi', null)).not.toContain('Osallistujat');
    expect(receiptText({ ...receipt, outcome: 'noshow' }, 'fi', null)).toContain(
      'Osallistujat: ei ketään',
    );
  });
});
