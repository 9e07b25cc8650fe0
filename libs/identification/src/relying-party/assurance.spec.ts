import { assuranceOf, methodOf } from './assurance.js';
import { DIALECTS } from './dialects/dialects.js';

describe('the level of an identification', () => {
  it.each([
    ['http://ftn.ficora.fi/2017/loa2', 'substantial'],
    ['http://ftn.ficora.fi/2017/loa3', 'high'],
    ['http://ftn.ficora.fi/2017/loatest2', 'substantial'],
    ['http://ftn.ficora.fi/2017/loatest3', 'high'],
    ['http://eidas.europa.eu/LoA/low', 'low'],
    ['http://eidas.europa.eu/LoA/substantial', 'substantial'],
    ['http://eidas.europa.eu/LoA/high', 'high'],
    ['urn:unknown:loa3x', 'substantial'],
  ])('of %s is %s', (acr, assurance) => {
    expect(assuranceOf(acr, DIALECTS['ftn-oid'])).toBe(assurance);
  });
});

describe('the kind of means', () => {
  it.each([
    [['oidc.nordea.1'], 'bank'],
    [['saml.op.1'], 'bank'],
    [['mpki.telia.1'], 'mobile'],
    [['urn:dev:card'], 'card'],
    [['urn:dev:eidas'], 'eidas'],
    [['something'], 'other'],
    [[], 'other'],
  ])('of %j is %s', (amr, method) => {
    expect(methodOf(amr)).toBe(method);
  });
});
