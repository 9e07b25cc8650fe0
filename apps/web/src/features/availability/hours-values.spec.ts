import { changeWorkingHoursRequestSchema } from '@tapaamo/contracts';
import {
  breaksOf,
  groupedDates,
  problemOf,
  requestOf,
  valuesOf,
  wrongFieldOf,
} from './hours-values.js';

const saved = {
  weekdays: [
    [
      { from: '08:00', to: '11:30' },
      { from: '12:00', to: '16:00' },
    ],
    [{ from: '18:00', to: '00:00' }],
    ...Array.from({ length: 5 }, () => []),
  ],
  exceptions: [
    { date: '2027-07-01', spans: [] },
    { date: '2027-07-02', spans: [] },
    { date: '2027-07-03', spans: [{ from: '09:00', to: '10:00' }] },
    { date: '2027-07-04', spans: [] },
  ],
};
const written = valuesOf(saved, (time) => time.replace(/^0/, '').replace(':', '.'));

describe('working hours in the form', () => {
  it('are written as people write them, and read back as they were', () => {
    expect(written['0']).toEqual([
      { from: '8.00', to: '11.30' },
      { from: '12.00', to: '16.00' },
    ]);
    expect(written['1']).toEqual([{ from: '18.00', to: '24.00' }]);
    const request = requestOf(written, 3);
    expect(request).toEqual({ ...saved, version: 3 });
    expect(changeWorkingHoursRequestSchema.safeParse(request).success).toBe(true);
  });

  it.each([
    ['8', '16', null],
    ['8.00', '24', null],
    ['0', '0', null],
    ['8', '', 'time'],
    ['8', 'illalla', 'time'],
    ['24', '8', 'time'],
    ['16', '8', 'order'],
    ['8', '8', 'order'],
  ])('from %j to %j have the problem %j', (from, to, problem) => {
    expect(problemOf([{ from, to }])).toBe(problem);
  });

  it('may touch, and not overlap, in whatever order they are written', () => {
    const noon = { from: '12', to: '16' };
    expect(problemOf([noon, { from: '8', to: '12' }])).toBeNull();
    expect(problemOf([noon, { from: '8', to: '12.01' }])).toBe('overlap');
    expect(problemOf([{ from: '8', to: '24' }, noon])).toBe('overlap');
  });

  it('say which field leads to what is wrong', () => {
    const [morning, noon] = [
      { from: '8', to: '11' },
      { from: '12', to: '16' },
    ];
    expect(wrongFieldOf([morning, noon])).toBeNull();
    expect(wrongFieldOf([morning, { from: '25', to: 'ilta' }])).toEqual({ index: 1, end: 'from' });
    expect(wrongFieldOf([morning, { from: '12', to: '25' }])).toEqual({ index: 1, end: 'to' });
    expect(wrongFieldOf([{ from: '16', to: '12' }, morning])).toEqual({ index: 0, end: 'to' });
    // The later one is to be moved, wherever it stands.
    expect(wrongFieldOf([noon, { from: '8', to: '12.30' }])).toEqual({ index: 0, end: 'from' });
  });

  it('have breaks between them', () => {
    expect(breaksOf(written['0'] ?? [])).toEqual([{ from: '11:30', to: '12:00' }]);
    expect(
      breaksOf([
        { from: '8', to: '12' },
        { from: '12', to: '16' },
      ]),
    ).toEqual([]);
    expect(breaksOf([{ from: '8', to: '?' }])).toEqual([]);
  });

  it('show days away that follow each other as one', () => {
    expect(groupedDates(written)).toEqual([
      ['2027-07-01', '2027-07-02'],
      ['2027-07-03'],
      ['2027-07-04'],
    ]);
  });
});
