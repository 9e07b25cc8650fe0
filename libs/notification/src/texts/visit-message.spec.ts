import fc from 'fast-check';
import { arbitraryInstant } from '../../../../test/support/arbitrary-instant.js';
import { wallOf } from '../../../../test/support/helsinki-by-intl.js';
import { visitMessage, type Inviter, type VisitMessage } from './visit-message.js';

const visitMail = (message: VisitMessage) => visitMessage('email', message);
const visitSms = (message: VisitMessage) => visitMessage('sms', message);

const LINK = `https://tapaamo.example.fi/v#${'Aa0_-'.repeat(9).slice(0, 43)}`;
const invitation: VisitMessage = {
  kind: 'invitation',
  inviter: {
    name: {
      fi: 'Mallilan hyvinvointialue',
      sv: 'Mallila välfärdsområde',
      en: 'Mallila wellbeing services county',
    },
    smsSender: 'Mallila',
    mailSender: null,
  },
  languages: ['fi', 'sv', 'en'],
  startsAt: new Date('2027-12-14T08:00:00Z'),
  oldStartsAt: null,
  forgottenAt: new Date('2028-01-14T22:00:00Z'),
  link: LINK,
};

/** The alphabet of GSM 03.38; a single letter outside it makes a text message twice as many parts. */
const GSM = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/;
const PART = 153;

const named = (name: Inviter['name']): VisitMessage => ({
  ...invitation,
  inviter: { name, smsSender: null, mailSender: null },
});

const links = (text: string): string[] => text.match(/https?:\/\/\S+/g) ?? [];

describe('the invitation by e-mail', () => {
  const { subject, text } = visitMail(invitation);

  it('is in three languages with the organisation’s name and the local time in each', () => {
    expect(subject).toBe('Etätapaaminen – Distansmöte – Remote appointment');
    expect(text).toContain(
      'etätapaaminen: tiistaina 14.12.2027 klo 10.00.\nKutsuja: Mallilan hyvinvointialue.',
    );
    expect(text).toContain(
      'åt dig: tisdag 14 december 2027 kl. 10.00.\nInbjudan kommer från: Mallila välfärdsområde.',
    );
    expect(text).toContain(
      'Tuesday, 14 December 2027 at 10:00.\nYou are invited by: Mallila wellbeing services county.',
    );
  });

  it('has the link once', () => {
    expect(links(text)).toEqual([LINK]);
    expect(subject).not.toContain('http');
  });

  it('says summer time in summer', () => {
    const startsAt = new Date('2027-07-01T21:30:00Z');
    expect(visitMail({ ...invitation, startsAt }).text).toContain('2.7.2027 klo 0.30');
  });
});

describe('the invitation by text message', () => {
  const { text } = visitSms(invitation);

  it('has the time, the organisation’s names and the link once', () => {
    expect(text).toMatch(/14\.12\. klo 10\.00/);
    for (const name of Object.values(invitation.inviter?.name ?? {})) {
      expect(text).toContain(name);
    }
    expect(links(text)).toEqual([LINK]);
    expect(text.endsWith(LINK)).toBe(true);
  });

  it('names an organisation once when it has one name', () => {
    const one = visitSms(named({ fi: 'Folkhälsan', sv: 'Folkhälsan', en: 'Folkhälsan' }));
    expect(one.text.match(/Folkhälsan/g)).toHaveLength(1);
  });

  it('fits into two parts of the ordinary alphabet, with names as long as real ones', () => {
    const name = {
      fi: 'Etelä-Karjalan hyvinvointialue',
      sv: 'Södra Karelens välfärdsområde',
      en: 'Wellbeing services county of South Karelia',
    };
    const long = visitSms(named(name)).text;
    expect(long).toMatch(GSM);
    expect(long.length).toBeLessThanOrEqual(2 * PART);
  });
});

describe('an invitation', () => {
  it('has no place for a client or a service', () => {
    const more = { ...invitation, clientName: 'Aino Virtanen', serviceName: 'Perheohjaus' };
    for (const text of [JSON.stringify(visitMail(more)), visitSms(more).text]) {
      expect(text).not.toMatch(/Aino|Virtanen|Perheohjaus/);
    }
  });

  it('speaks the languages of the organisation, in one order', () => {
    const two: VisitMessage = { ...invitation, languages: ['sv', 'fi'] };
    expect(visitMail(two).subject).toBe('Etätapaaminen – Distansmöte');
    expect(visitMail(two).text).not.toContain('Remote');
    expect(visitSms(two).text).toContain('Mallilan hyvinvointialue / Mallila välfärdsområde\n');
  });

  it('comes under the names that the organisation chose', () => {
    const senders = [visitMail(invitation).sender, visitSms(invitation).sender];
    expect(senders).toEqual([null, 'Mallila']);
  });

  it('of a discreet service tells nobody who invites, not even by its sender', () => {
    const discreet: VisitMessage = { ...invitation, inviter: null };
    const [mail, sms] = [visitMail(discreet), visitSms(discreet)];
    expect([mail.sender, sms.sender]).toEqual(['Etätapaaminen – Distansmöte', 'Tapaaminen']);
    expect(mail.text).toContain('Sinulle on varattu etätapaaminen: tiistaina 14.12.2027');
    expect(sms.text).toMatch(/Remote appointment\n14\.12\. klo 10\.00\nhttps/);
    expect(JSON.stringify([mail, sms])).not.toMatch(/Mallila/);
  });
});

describe('the time that a message tells', () => {
  /** What clocks and calendars in Helsinki show, in numbers. */
  const shown = (instant: Date) => {
    const wall = new Date(wallOf(instant));
    const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth() + 1, wall.getUTCDate()];
    const two = (value: number) => String(value).padStart(2, '0');
    const [hour, minute] = [wall.getUTCHours(), two(wall.getUTCMinutes())];
    return { year, month, day, hour, minute, weekday: wall.getUTCDay() };
  };
  const WEEKDAYS = {
    fi: ['sunnun', 'maanan', 'tiis', 'keskiviik', 'tors', 'perjan', 'lauan'],
    sv: ['sön', 'mån', 'tis', 'ons', 'tors', 'fre', 'lör'],
    en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  } as const;

  it('is what clocks in Helsinki show, over every change of clocks, day, month and year', () => {
    fc.assert(
      fc.property(arbitraryInstant, (startsAt) => {
        const { year, month, day, hour, minute, weekday } = shown(startsAt);
        const message: VisitMessage = { ...invitation, startsAt };
        const [fi = '', sv = '', en = ''] = visitMail(message).text.split('\n\n').slice(-3);
        const date = `${String(day)}.${String(month)}.`;
        expect(fi).toContain(`${date}${String(year)} klo ${String(hour)}.${minute}`);
        expect(sv).toMatch(
          new RegExp(` ${String(day)} \\S+ ${String(year)} kl. ${String(hour)}.${minute}`),
        );
        expect(en).toMatch(
          new RegExp(` ${String(day)} \\S+ ${String(year)} at ${String(hour)}:${minute}`),
        );
        const names = [WEEKDAYS.fi, WEEKDAYS.sv, WEEKDAYS.en].map((days) => days[weekday] ?? '?');
        [fi, sv, en].forEach((text, index) => expect(text).toContain(names[index]));
        expect(visitSms(message).text).toContain(`${date} klo ${String(hour)}.${minute}`);
      }),
    );
  });
});
