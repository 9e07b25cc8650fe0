import { type Reaction } from '@tapaamo/contracts';
import { useCallback, useEffect, useRef } from 'react';
import { useTexts } from '../../../i18n/index.js';
import { useStore } from '../../../media/use-store.js';
import { isTyping } from '../../../ui/is-typing.js';
import type { OtherParticipant } from '../connection/meeting-state.js';
import { OWN, type Hands, type ShownReaction } from './hands.js';

interface HandsOptions {
  hands: Hands;
  ownId: string | undefined;
  others: readonly OtherParticipant[];
  nameOf: (participant: OtherParticipant) => string;
  announce: (text: string) => void;
  /** False for who only looks on: they raise none. */
  isHeard: boolean;
}

/** Hands and reactions as the meeting shows them. */
export interface HandsView {
  /** Whether the person's own hand is up. */
  isUp: boolean;
  toggle: () => void;
  /** Place of somebody's hand in the order, from 1; undefined while it is down. */
  placeOf: (participantId: string) => number | undefined;
  reactionOf: (participantId: string) => Reaction | undefined;
  react: (reaction: Reaction) => void;
  lower: (participantId: string) => void;
}

/** Shows hands and reactions, says politely what the others show, and lets the key H raise one's own hand. */
export function useHands({
  hands,
  ownId,
  others,
  nameOf,
  announce,
  isHeard,
}: HandsOptions): HandsView {
  const { t } = useTexts();
  const state = useStore(hands.store);
  const isUp = ownId !== undefined && state.hands.includes(ownId);
  const isLowering = useRef(false);
  const toggle = useCallback(() => {
    isLowering.current = isUp;
    hands.raise(!isUp);
  }, [hands, isUp]);
  const react = (reaction: Reaction) =>
    void hands.react(reaction).then((sent) => {
      if (sent) {
        announce(t('hands.youReacted', { reaction: t(`hands.${reaction}`) }));
      }
    });
  const sayOwn = (up: boolean) => {
    announce(
      t(up ? 'hands.youRaised' : isLowering.current ? 'hands.youLowered' : 'hands.loweredForYou'),
    );
    isLowering.current = false;
  };
  const say = (participantId: string, key: 'raised' | `reacted_${Reaction}`) => {
    const other = others.find((one) => one.participantId === participantId);
    if (other !== undefined) {
      announce(t(`hands.${key}`, { name: nameOf(other) }));
    }
  };
  useNews(state.hands, (up, down) => {
    up.filter((id) => id !== ownId).forEach((id) => say(id, 'raised'));
    if (ownId !== undefined && [...up, ...down].includes(ownId)) {
      sayOwn(up.includes(ownId));
    }
  });
  useNews(state.reactions, (shown: readonly ShownReaction[]) =>
    shown
      .filter(({ from }) => from !== OWN)
      .forEach(({ from, reaction }) => say(from, `reacted_${reaction}`)),
  );
  useKey(toggle, isHeard);
  return {
    isUp,
    toggle,
    placeOf: (id) => (state.hands.includes(id) ? state.hands.indexOf(id) + 1 : undefined),
    reactionOf: (id) => state.reactions.find(({ from }) => from === id)?.reaction,
    react,
    lower: (id) => hands.lower(id),
  };
}

/** Tells what came to a list and what went from it. */
function useNews<One>(
  list: readonly One[],
  tell: (came: readonly One[], went: readonly One[]) => void,
): void {
  const before = useRef(list);
  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  });
  useEffect(() => {
    const was = before.current;
    before.current = list;
    const came = list.filter((one) => !was.includes(one));
    const went = was.filter((one) => !list.includes(one));
    if (came.length + went.length > 0) {
      latest.current(came, went);
    }
  }, [list]);
}

function useKey(press: () => void, isActive: boolean): void {
  useEffect(() => {
    if (!isActive) {
      return undefined;
    }
    const listen = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
      if (event.key.toLowerCase() === 'h' && plain && !isTyping(event.target)) {
        press();
      }
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [press, isActive]);
}
