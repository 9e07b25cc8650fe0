import { RecordGate } from './record-gate.js';

describe('the way to record systems', () => {
  const own = '0f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1';
  const other = '1f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1';
  const gate = new RecordGate({
    NODE_ENV: 'production',
    RECORD_SYSTEM_ALLOWED_HOSTS: [
      `${own}@records.kunta.example=10.20.0.0/16`,
      `${other}@records.toinen.example`,
      `${other}@records.kolmas.example:8443=10.30.0.0/16`,
    ],
  });
  const codesOf = (organisationId: string, address: string) =>
    gate.problemsOf(organisationId, 'webhookAddress', address).map(({ code }) => code);
  const isLet = (organisationId: string, address: string) =>
    codesOf(organisationId, address).length === 0;

  it('leads each organisation to its own and to nobody else’s', () => {
    const hosts = ['https://records.kunta.example/hook', 'https://records.toinen.example/hook'];
    expect(hosts.map((host) => isLet(own, host))).toEqual([true, false]);
    expect(hosts.map((host) => isLet(other, host))).toEqual([false, true]);
  });

  it('leads to the usual port of https, and to the one that the operator names instead', () => {
    const to = (port: string) => `https://records.kolmas.example${port}/hook`;
    expect(['', ':443', ':8443', ':8444'].map((port) => isLet(other, to(port)))).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  it.each([
    ['https://records.kunta.example:8443/hook', 'not-allowed'],
    ['https://records.kunta.example:22/hook', 'not-allowed'],
    ['http://records.kunta.example/hook', 'invalid'],
    ['https://records.kunta.example/hook?key=1', 'invalid'],
    ['https://records.kunta.example/hook#1', 'invalid'],
    ['https://key@records.kunta.example/hook', 'invalid'],
    ['https://127.0.0.1/hook', 'not-allowed'],
    ['records.kunta.example', 'invalid'],
  ])('takes no address such as %s, and says why: %s', (address, why) => {
    expect(codesOf(own, address)).toEqual([`record-system.address-${why}`]);
  });
});
