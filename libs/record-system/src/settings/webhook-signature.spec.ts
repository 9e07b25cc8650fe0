import { SystemRandomness } from '@tapaamo/common';
import { newWebhookSecret, webhookHeaders } from './webhook-signature.js';

describe('the signature of a webhook', () => {
  // The known answer of the Standard Webhooks libraries' own tests.
  const message = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    at: 1_614_265_330,
    body: '{"test": 2432232314}',
  };
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const known = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

  it('is the one that receivers make', () => {
    expect(webhookHeaders(message, [secret])).toEqual({
      'webhook-id': message.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': known,
    });
  });

  it('is made with both secrets while one replaces the other', () => {
    const fresh = newWebhookSecret(new SystemRandomness());
    expect(fresh).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const { 'webhook-signature': both = '' } = webhookHeaders(message, [fresh, secret]);
    expect(both.split(' ')).toHaveLength(2);
    expect(both.split(' ')[1]).toBe(known);
  });
});
