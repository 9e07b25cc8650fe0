import { useState } from 'react';
import { useTexts } from '../../i18n/index.js';
import { keepChoice, keptChoice } from '../../ui/device-choice.js';
import { dayBeside, type Agenda, type View } from './use-agenda.js';
import { useShortcuts } from './use-shortcuts.js';

interface AgendaKeysWish {
  agenda: Agenda;
  today: string;
  show: (changes: Partial<Agenda>) => void;
  newBooking: () => void;
}

/** The keys of the page of bookings, and whether the person has them on. */
export function useAgendaKeys({ agenda, today, show, newBooking }: AgendaKeysWish) {
  const { t } = useTexts();
  const [isOn, setOn] = useState(() => keptChoice('shortcuts') !== 'off');
  const [isHelpOpen, setHelpOpen] = useState(false);
  const letterOf = (view: View) => t(`calendar.letter_${view}`).toLowerCase();
  const openHelp = () => setHelpOpen(true);
  useShortcuts(
    {
      n: newBooking,
      [letterOf('day')]: () => show({ view: 'day' }),
      [letterOf('week')]: () => show({ view: 'week' }),
      [letterOf('list')]: () => show({ view: 'list' }),
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
