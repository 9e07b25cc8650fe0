import { useState } from 'react';
import { keepChoice, keptChoice } from './device-choice.js';
import { dayBeside, type Agenda } from './use-agenda.js';
import { useShortcuts } from './use-shortcuts.js';

interface AgendaKeysWish {
  agenda: Agenda;
  today: string;
  show: (changes: Partial<Agenda>) => void;
  newBooking: () => void;
}

/** The keys of the page of bookings, and whether the person has them on. */
export function useAgendaKeys({ agenda, today, show, newBooking }: AgendaKeysWish) {
  const [isOn, setOn] = useState(() => keptChoice('shortcuts') !== 'off');
  const [isHelpOpen, setHelpOpen] = useState(false);
  const openHelp = () => setHelpOpen(true);
  useShortcuts(
    {
      n: newBooking,
      d: () => show({ view: 'day' }),
      w: () => show({ view: 'week' }),
      l: () => show({ view: 'list' }),
      t: () => show({ day: today }),
      ArrowLeft: () => show({ day: dayBeside(agenda, -1) }),
      ArrowRight: () => show({ day: dayBeside(agenda, 1) }),
      '?': openHelp,
    },
    isOn,
  );
  const turn = (next: boolean) => {
    setOn(next);
    keepChoice('shortcuts', next ? 'on' : 'off');
  };
  return { isOn, turn, isHelpOpen, openHelp, closeHelp: () => setHelpOpen(false) };
}
