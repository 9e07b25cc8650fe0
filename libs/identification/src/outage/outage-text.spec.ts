import { OUTAGE_TEXT_MAX } from '@tapaamo/contracts';
import { decoded, plainText, textsOfBars, textsOfOp } from './outage-text.js';

describe('what a provider publishes of its outages', () => {
  it.each([
    ['Huolto 1.12. | Service 1.12. | Maintenance 1 Dec', 'Huolto 1.12.', 'Service 1.12.'],
    ['Huolto||Maintenance', 'Huolto', 'Huolto'],
    ['||Maintenance', 'Maintenance', 'Maintenance'],
    ['Vain suomeksi', 'Vain suomeksi', 'Vain suomeksi'],
    ['', null, null],
    [' | | \n', null, null],
    ['a|b|c|d|e', 'a', 'b'],
  ])('is read of bars: %j', (body, fi, sv) => {
    expect(textsOfBars(body)).toMatchObject({ fi, sv });
  });

  it.each([
    [{ disturbanceInfo: { header: 'Häiriö', text: 'Nordea ei toimi' } }, 'Häiriö: Nordea ei toimi'],
    [{ disturbanceInfo: { text: 'Nordea ei toimi' } }, 'Nordea ei toimi'],
    [{ disturbanceInfo: { header: '<br>', text: '' } }, null],
    [{ disturbanceInfo: null }, null],
    [{ identityProviders: [] }, null],
  ])('is read of OP: %j', (body, told) => {
    expect(textsOfOp(JSON.stringify(body))).toEqual({ fi: told, sv: told, en: told });
  });

  it.each([
    '',
    'null',
    '[]x',
    '"text"',
    '{"disturbanceInfo":"text"}',
    '{"disturbanceInfo":{"text":1}}',
  ])('is not guessed from %j', (body) => {
    expect(() => textsOfOp(body)).toThrow();
  });

  it.each([
    ['<b>Huolto</b> <script>alert(1)</script>', 'Huolto alert(1)'],
    ['Huolto <img src=x onerror=alert(1)', 'Huolto'],
    ['a > b', 'a b'],
    ['kaksi\r\n\triviä\u2028kolme', 'kaksi riviä kolme'],
    ['\u202Eotluuh\u200B\uFEFF', 'otluuh'],
    ['\0\u0007\u001B[31mHuolto', '[31mHuolto'],
    ['&lt;b&gt;', '&lt;b&gt;'],
    ['Tunnistus ei toimi klo 2–4 🔧', 'Tunnistus ei toimi klo 2–4 🔧'],
  ])('is shown as plain text: %j', (raw, shown) => {
    expect(plainText(raw)).toBe(shown);
  });

  it('is cut between letters', () => {
    const long = plainText('🔧'.repeat(OUTAGE_TEXT_MAX + 1)) ?? '';
    expect([...long]).toHaveLength(OUTAGE_TEXT_MAX);
    expect(long.endsWith('🔧…')).toBe(true);
    expect([...(plainText('ä'.repeat(OUTAGE_TEXT_MAX)) ?? '')]).toHaveLength(OUTAGE_TEXT_MAX);
  });

  it('is read in UTF-8, with or without its mark, and in the old encoding', () => {
    expect(decoded(Buffer.from('\uFEFFHäiriö'))).toBe('Häiriö');
    expect(decoded(Buffer.from('Häiriö', 'latin1'))).toBe('Häiriö');
    expect(plainText(decoded(new Uint8Array([0xff, 0xfe, 0x00])))).toBe('ÿþ');
  });
});
