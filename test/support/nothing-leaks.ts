import { leaks } from './leaks.js';

// After every file of the integration suite: what its tests booked, typed and identified stands in clear nowhere.
afterAll(async () => {
  expect(await leaks()).toEqual([]);
});
