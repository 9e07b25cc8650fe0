import { messageList, withLinks } from './message-list.js';

describe('the text of a message', () => {
  it.each([
    ['https://a.fi/v#x_-Y', 'https://a.fi/v#x_-Y', ''],
    ['Liity: http://localhost:8080/v#abc.', 'http://localhost:8080/v#abc', '.'],
    ['(https://a.fi/b)', 'https://a.fi/b', ')'],
  ])('shows the address in %s as a link', (text, address, after) => {
    const html = withLinks(text);
    expect(html).toContain(`<a href="${address}" target="_blank" rel="noopener noreferrer">`);
    expect(html.endsWith(`</a>${after}`)).toBe(true);
  });

  it('links every address', () => {
    expect(withLinks('https://a.fi ja https://b.fi').match(/<a /g)).toHaveLength(2);
  });

  it('never becomes markup or a script', () => {
    const html = withLinks('<img src=x onerror=alert(1)> javascript:alert(1) https://a.fi/"><b>');
    expect(html.replace(/<\/?a[^>]*>/g, '')).not.toMatch(/[<>]/);
    expect(html).not.toContain('href="javascript');
  });

  it('is escaped in every other part, too', () => {
    const html = messageList(
      [
        {
          id: '"><script>',
          channel: 'email',
          to: '<b>@example.fi',
          subject: '<i>',
          text: 'x',
          receivedAt: new Date('2026-12-01T08:00:00.000Z'),
        },
      ],
      'fi',
    );
    expect(html).not.toMatch(/<script>|<b>|<i>/);
    expect(html).toContain('10.00');
  });
});
