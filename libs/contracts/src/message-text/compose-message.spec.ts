import { LANGUAGES, type Language } from '../language.js';
import { textMessageLength } from '../text-message-length.js';
import { messageChannelSchema, messageKindSchema } from '../words.js';
import { composeMessage, type OwnTexts, type ToldVisit } from './compose-message.js';
import { defaultMessageText } from './default-texts.js';
import { messageTextFaults } from './message-text-faults.js';
import { bringsLink, type MessageText } from './message-text.js';

const LINK = `https://tapaamo.example.fi/v#${'Aa0_-'.repeat(9).slice(0, 43)}`;
const change: ToldVisit = {
  kind: 'change',
  inviter: { fi: 'Mallilan hyvinvointialue', sv: 'Mallila välfärdsområde', en: 'Mallila county' },
  languages: ['fi'],
  startsAt: new Date('2027-12-18T08:00:00Z'),
  oldStartsAt: new Date('2027-12-14T08:00:00Z'),
  forgottenAt: new Date('2028-01-18T22:00:00Z'),
  link: LINK,
};
const invitation: ToldVisit = { ...change, kind: 'invitation', oldStartsAt: null };
const own = (texts: Partial<Record<Language, MessageText>>): OwnTexts =>
  new Map(Object.entries(texts) as [Language, MessageText][]);

describe('our own texts', () => {
  const places = messageKindSchema.options.flatMap((kind) =>
    messageChannelSchema.options.flatMap((channel) =>
      LANGUAGES.map((language) => ({ kind, channel, language })),
    ),
  );

  it.each(places)('of $kind by $channel in $language are held to what others are', (place) => {
    expect(messageTextFaults(place, defaultMessageText(place))).toEqual([]);
    const neutral = defaultMessageText(place, { inviter: true });
    expect(messageTextFaults(place, neutral)).toEqual([]);
    expect(neutral.body).not.toContain('{inviter}');
  });

  it.each(places.filter(({ channel }) => channel === 'sms'))(
    'of $kind by text message in $language fit into two parts',
    ({ kind, language }) => {
      const link = bringsLink(kind) ? LINK : null;
      const { text } = composeMessage('sms', { ...change, kind, link, languages: [language] });
      expect(textMessageLength(text)).toMatchObject({ alphabet: 'gsm' });
      expect(textMessageLength(text).parts).toBeLessThanOrEqual(2);
      expect(text).not.toMatch(/[{}]/);
    },
  );
});

describe('a change', () => {
  it('says by e-mail the new time first, and which one is not valid any more', () => {
    expect(composeMessage('email', change).text).toBe(
      [
        LINK,
        '',
        'Etätapaamisesi aika on muuttunut.',
        'Uusi aika: lauantaina 18.12.2027 klo 10.00.',
        'Aiempi aika (tiistaina 14.12.2027 klo 10.00) ei ole enää voimassa.',
        'Kutsuja: Mallilan hyvinvointialue.',
        'Liity linkistä uutena aikana.',
        '',
      ].join('\n'),
    );
  });

  it('says both times by text message, in one language and in several', () => {
    expect(composeMessage('sms', change).text).toBe(
      `Etätapaamisen uusi aika\n18.12. klo 10.00, Mallilan hyvinvointialue\nAiempi aika 14.12. klo 10.00 ei ole enää voimassa.\n${LINK}`,
    );
    const several = composeMessage('sms', { ...change, languages: ['fi', 'sv'] }).text;
    expect(several.split('\n').slice(1)).toEqual([
      '18.12. klo 10.00, Mallilan hyvinvointialue / Mallila välfärdsområde',
      '(ei / inte 14.12. klo 10.00)',
      LINK,
    ]);
  });

  it('says nothing of a time that nobody knows', () => {
    for (const channel of messageChannelSchema.options) {
      const { text } = composeMessage(channel, { ...change, oldStartsAt: null });
      expect(text).not.toMatch(/Aiempi|\{/);
      const mine = own({ fi: { subject: 'Uusi', body: '{time} eikä {oldTime} {link}' } });
      expect(composeMessage(channel, { ...change, oldStartsAt: null }, mine).text).toContain(
        'Etätapaamis',
      );
    }
  });
});

describe('a text of the organisation’s own', () => {
  it('has everything in its places', () => {
    const body = 'Tervetuloa {time}, {inviter}. Tiedot poistetaan {forgottenOn}.\n{link}';
    const { subject, text } = composeMessage(
      'email',
      invitation,
      own({ fi: { subject: 'Tervetuloa', body } }),
    );
    expect(subject).toBe('Tervetuloa');
    expect(text).toBe(
      `Tervetuloa lauantaina 18.12.2027 klo 10.00, Mallilan hyvinvointialue. Tiedot poistetaan 19.1.2028.\n${LINK}\n`,
    );
  });

  it('is used in its language, beside ours in the others; a link at the same end stands once', () => {
    const languages: Language[] = ['fi', 'sv'];
    const mine = own({ fi: { subject: null, body: 'Aika {time}\n{link}' } });
    const { text } = composeMessage('sms', { ...invitation, languages }, mine);
    expect(text).toBe(
      `Aika 18.12. klo 10.00\n\nDistansmöte\n18 december kl. 10.00, Mallila välfärdsområde\n\n${LINK}`,
    );
    const inside = own({ fi: { subject: null, body: 'Liity {link} {time}' } });
    const parts = composeMessage('sms', { ...invitation, languages }, inside).text;
    expect(parts.split(LINK)).toHaveLength(3);
  });

  const shapes: Record<string, string> = {
    'after a space': 'Aika {time}. Liity: {link}',
    'on a line of its own': 'Aika {time}\n{link}',
    'last, with an empty line after it': 'Aika {time}\n\n{link}\n',
    first: '{link} Aika {time}',
    'on the first line': '{link}\n\nAika {time}',
    'at both ends': '{link}\nAika {time}\n{link}',
  };

  it.each(
    Object.keys(shapes).flatMap((shape) =>
      messageChannelSchema.options.flatMap((channel) =>
        [['fi'], ['sv'], ['fi', 'en'], ['fi', 'sv', 'en']].map((owned) => ({
          shape,
          channel,
          owned: owned as Language[],
        })),
      ),
    ),
  )('has the link once by $channel where $owned end or begin with it: $shape', (one) => {
    const text = { subject: 'Kutsu', body: shapes[one.shape] ?? '' };
    const mine = own(Object.fromEntries(one.owned.map((language) => [language, text])));
    const message = composeMessage(one.channel, { ...invitation, languages: LANGUAGES }, mine);
    const told = message.text.trim();
    expect(told.split(LINK)).toHaveLength(2);
    expect(told.startsWith(`${LINK}\n\n`) || told.endsWith(`\n\n${LINK}`)).toBe(true);
    expect(told).not.toMatch(/\n{3}| $/m);
  });

  it('leads up to its link by mail too, where ours begin with theirs', () => {
    const mine = own({ sv: { subject: 'Kutsu', body: 'Anslut här: {link}' } });
    const { text } = composeMessage('email', { ...invitation, languages: ['fi', 'sv'] }, mine);
    expect(text).toMatch(/^Sinulle on varattu/);
    expect(text.endsWith(`\n\nAnslut här:\n\n${LINK}\n`)).toBe(true);
  });

  it('may be nothing but the link, which still stands once', () => {
    const text = { subject: null, body: '{link}' };
    const told: ToldVisit = { ...invitation, kind: 'come-in', languages: ['fi', 'sv'] };
    expect(composeMessage('sms', told, own({ fi: text, sv: text })).text).toBe(LINK);
  });

  it('does not read what was put into its places', () => {
    const inviter = { fi: '{link}', sv: '{link}', en: '{link}' };
    const mine = own({ fi: { subject: null, body: '{inviter} {time}' } });
    const { text } = composeMessage('sms', { ...invitation, inviter }, mine);
    expect(text).toBe('{link} 18.12. klo 10.00');
  });

  it('is never used for a discreet service: it may say whom it comes from', () => {
    const mine = own({
      fi: {
        subject: 'Mallilan päihdepalvelu',
        body: 'Mallilan päihdepalvelu kutsuu {time} {link}',
      },
    });
    for (const channel of messageChannelSchema.options) {
      for (const kind of messageKindSchema.options) {
        const discreet = { ...change, kind, inviter: null };
        const message = composeMessage(channel, discreet, mine);
        expect(message).toEqual(composeMessage(channel, discreet));
        expect(JSON.stringify(message)).not.toMatch(/mallila|päihde/i);
      }
    }
  });
});
