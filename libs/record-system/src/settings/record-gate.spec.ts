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
  const isLet = (organisationId: string, address: string) => {
    try {
      gate.require(organisationId, 'webhookAddress', address);
      return true;
    } catch {
      return false;
    }
  };

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
    'https://records.kunta.example:8443/hook',
    'https://records.kunta.example:22/hook',
    'http://records.kunta.example/hook',
    'https://records.kunta.example/hook?key=1',
    'https://records.kunta.example/hook#1',
    'https://key@records.kunta.example/hook',
    'https://127.0.0.1/hook',
    'records.kunta.example',
  ])('takes no address such as %s', (address) => {
    expect(isLet(own, address)).toBe(false);
  });
});
