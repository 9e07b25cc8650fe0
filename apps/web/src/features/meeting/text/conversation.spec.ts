import { jest } from '@jest/globals';
import type { TextMessage } from '@tapaamo/contracts';
import { Conversation } from './conversation.js';

const other = { participantId: 'a', role: 'client', connected: true } as const;

describe('a conversation', () => {
  let sent: TextMessage[];
  let isOpen: boolean;
  let conversation: Conversation;

  beforeEach(() => {
    jest.useFakeTimers();
    sent = [];
    isOpen = true;
    conversation = new Conversation((message) => {
      if (isOpen) {
        sent.push(message);
      }
      return isOpen;
    });
    reach('a');
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  /** Who is there and ready. */
  const reach = (...participantIds: string[]) =>
    conversation.setReached({ participantIds, readers: participantIds });

  const texts = () =>
    conversation.store
      .get()
      .messages.map(
        ({ text, sending }) => `${text}${{ sent: '', waiting: '?', held: '!' }[sending]}`,
      );

  it('keeps in order what cannot go yet, and sends it once it can', () => {
    conversation.say(' hei ');
    isOpen = false;
    conversation.say('oletko siellä');
    conversation.say('huhuu');
    expect(texts()).toEqual(['hei', 'oletko siellä?', 'huhuu?']);
    isOpen = true;
    conversation.flush();
    expect(texts()).toEqual(['hei', 'oletko siellä', 'huhuu']);
    expect(sent).toEqual(['hei', 'oletko siellä', 'huhuu'].map((text) => ({ kind: 'said', text })));
  });

  it('sends nothing before what was written earlier', () => {
    const takes = [false, true];
    conversation = new Conversation((message) => takes.shift() === true && sent.push(message) > 0);
    reach('a');
    conversation.say('first');
    expect(texts()).toEqual(['first?']);
    conversation.say('second');
    expect(sent).toEqual([{ kind: 'said', text: 'first' }]);
    expect(texts()).toEqual(['first', 'second?']);
  });

  it('waits with what is said until everybody is ready to read it, and not with letters', () => {
    const there = ['a', 'b'];
    conversation.setReached({ participantIds: there, readers: ['a'] });
    conversation.setLive(true);
    conversation.type('hei');
    jest.advanceTimersByTime(500);
    conversation.say('hei');
    expect(texts()).toEqual(['hei?']);
    expect(sent.map(({ kind }) => kind)).toEqual(['typing', 'typing']);
    conversation.setReached({ participantIds: there, readers: there });
    expect(texts()).toEqual(['hei']);
    expect(sent.at(-1)).toEqual({ kind: 'said', text: 'hei' });
  });

  it('keeps what is said while nobody is there, and shows it to nobody who comes by itself', () => {
    reach();
    conversation.say('hei?');
    expect([sent, texts()]).toEqual([[], ['hei??']]);
    reach('b');
    expect(sent).toEqual([]);
    expect(conversation.store.get().messages[0]?.sending).toBe('held');
  });

  it('sends no letters while there is no channel that carries them', () => {
    conversation.setLive(true);
    conversation.setReached({ participantIds: ['a'], readers: undefined });
    conversation.type('salaisuus');
    jest.advanceTimersByTime(10_000);
    expect(sent).toEqual([]);
    reach('a');
    conversation.flush();
    expect(sent).toEqual([{ kind: 'typing', text: 'salaisuus' }]);
  });

  it('says nothing for nothing', () => {
    conversation.say('  \n ');
    conversation.receive(other, { kind: 'said', text: ' ' });
    expect([sent, texts()]).toEqual([[], []]);
  });

  it('tells letters only to who wants them told, and seldom', () => {
    conversation.type('h');
    jest.advanceTimersByTime(1_000);
    expect(sent).toEqual([]);
    conversation.setLive(true);
    for (const draft of ['he', 'hei', 'hei!']) {
      conversation.type(draft);
      jest.advanceTimersByTime(50);
    }
    jest.advanceTimersByTime(200);
    expect(sent).toEqual([
      { kind: 'typing', text: 'he' },
      { kind: 'typing', text: 'hei!' },
    ]);
    conversation.say('hei!');
    jest.advanceTimersByTime(1_000);
    expect(sent.slice(2)).toEqual([
      { kind: 'said', text: 'hei!' },
      { kind: 'typing', text: '' },
    ]);
  });

  it('tells letters again to whose page was not ready for them, and for nobody who comes later', () => {
    conversation.setLive(true);
    conversation.type('hei');
    jest.advanceTimersByTime(10_000);
    expect(sent).toEqual([1, 2, 3].map(() => ({ kind: 'typing', text: 'hei' })));
    sent.length = 0;
    isOpen = false;
    conversation.type('hei hei');
    jest.advanceTimersByTime(500);
    isOpen = true;
    jest.advanceTimersByTime(1_000);
    expect(sent).toEqual([{ kind: 'typing', text: 'hei hei' }]);
    reach('a', 'b');
    jest.advanceTimersByTime(10_000);
    conversation.type('hei hei!');
    conversation.say('hei hei!');
    jest.advanceTimersByTime(10_000);
    expect(sent.slice(1).map(({ text }) => text)).toEqual(['', 'hei hei!']);
  });

  it('rests when somebody comes while it is typed, until it is said or taken away', () => {
    reach('a');
    conversation.setLive(true);
    const type = (draft: string) => {
      conversation.type(draft);
      jest.advanceTimersByTime(5_000);
      return sent.at(-1);
    };
    expect(type('pelkään häntä')).toEqual({ kind: 'typing', text: 'pelkään häntä' });
    reach('a', 'b');
    expect(sent.at(-1)).toEqual({ kind: 'typing', text: '' });
    sent.length = 0;
    expect(conversation.store.get().isResting).toBe(true);
    type('pelkään häntä. Hei');
    conversation.setLive(false);
    conversation.setLive(true);
    expect([type('pelkään'), type('')]).toEqual([undefined, undefined]);
    expect(conversation.store.get().isResting).toBe(false);
    expect(type('Hei')).toEqual({ kind: 'typing', text: 'Hei' });
    reach('b', 'a');
    reach('b');
    expect(type('Hei sinä')).toEqual({ kind: 'typing', text: 'Hei sinä' });
    reach('a', 'b');
    conversation.say('Hei sinä');
    expect(type('Kiva')).toEqual({ kind: 'typing', text: 'Kiva' });
  });

  it('takes back once there is a way what could not be taken back when somebody came', () => {
    conversation.setLive(true);
    conversation.type('salaisuus');
    jest.advanceTimersByTime(300);
    isOpen = false;
    reach('b');
    isOpen = true;
    conversation.flush();
    expect(sent.slice(1)).toEqual([{ kind: 'typing', text: '' }]);
  });

  it('does not send what waited to who came meanwhile, unless the person sends it now', () => {
    reach('a', 'c');
    isOpen = false;
    conversation.say('älä kerro hänelle');
    reach('a', 'b');
    conversation.say('hei kaikki');
    isOpen = true;
    conversation.flush();
    expect(texts()).toEqual(['älä kerro hänelle!', 'hei kaikki']);
    expect(sent).toEqual([{ kind: 'said', text: 'hei kaikki' }]);
    const [held] = conversation.store.get().messages;
    conversation.sendHeld(held?.number ?? 0);
    conversation.sendHeld(held?.number ?? 0);
    expect(texts()).toEqual(['hei kaikki', 'älä kerro hänelle']);
    expect(sent.slice(1)).toEqual([{ kind: 'said', text: 'älä kerro hänelle' }]);
  });

  it('sends what waited to those for whom it was written, also when one of them was away', () => {
    reach('a', 'b');
    isOpen = false;
    conversation.say('hei');
    reach('a');
    reach('a', 'b');
    isOpen = true;
    conversation.flush();
    expect(texts()).toEqual(['hei']);
  });

  it('takes back what others saw when the person wants it told no more', () => {
    conversation.setLive(true);
    conversation.type('salaisuus');
    jest.advanceTimersByTime(300);
    conversation.setLive(false);
    expect(sent.at(-1)).toEqual({ kind: 'typing', text: '' });
  });

  it('shows what others type until they say it, take it back or go', () => {
    const typing = () => conversation.store.get().typing.map(({ text }) => text);
    conversation.receive(other, { kind: 'typing', text: 'mo' });
    conversation.receive(other, { kind: 'typing', text: 'moi' });
    expect(typing()).toEqual(['moi']);
    conversation.receive(other, { kind: 'said', text: 'moi' });
    expect([typing(), texts()]).toEqual([[], ['moi']]);
    conversation.receive(other, { kind: 'typing', text: 'ja' });
    conversation.receive(other, { kind: 'typing', text: '' });
    expect(typing()).toEqual([]);
    conversation.receive(other, { kind: 'typing', text: 'j' });
    conversation.forgetTyping('a');
    expect([typing(), texts()]).toEqual([[], ['moi']]);
  });

  it('counts what comes while nobody looks, holds no more than it can show, and is gone at the end', () => {
    conversation.receive(other, { kind: 'said', text: 'yksi' });
    conversation.receive(other, { kind: 'said', text: 'kaksi' });
    expect(conversation.store.get().unread).toBe(2);
    conversation.setShown(true);
    conversation.receive(other, { kind: 'said', text: 'kolme' });
    expect(conversation.store.get().unread).toBe(0);
    for (let number = 0; number < 600; number += 1) {
      conversation.receive(other, { kind: 'said', text: String(number) });
    }
    expect(texts()).toHaveLength(500);
    expect(texts().at(-1)).toBe('599');
    conversation.clear();
    expect(conversation.store.get()).toMatchObject({ messages: [], typing: [], unread: 0 });
  });
});
