import { checksumHeader } from './checksum-header.js';

const KEY = { clientId: 'ed4b7ae7', apiKey: '3ba56df8-88b8-4805-9b04-2f8e7a61' };
const REQUEST = {
  pathAndQuery:
    '/service/hpa/user/register/ed4b7ae7/080297-915A?requestId=02fd35dc-99e6-477b-b6e2-03f02cbf3666',
  time: '2017-02-09T10:29:42.09Z',
};

it('is what the test vector of e-Authorizations says', () => {
  expect(checksumHeader(KEY, REQUEST)).toBe(
    'ed4b7ae7 2017-02-09T10:29:42.09Z z7X+xWtrvth1L7Ql6B/4xZ0iQ1VjToWX4TnHVLo8RGo=',
  );
});

it.each([
  ['path', { ...REQUEST, pathAndQuery: `${REQUEST.pathAndQuery}0` }],
  ['time', { ...REQUEST, time: '2017-02-09T10:29:42.08Z' }],
])('changes with the %s', (_part, request) => {
  expect(checksumHeader(KEY, request)).not.toContain('z7X+xWtrvth1L7Ql6B');
});
