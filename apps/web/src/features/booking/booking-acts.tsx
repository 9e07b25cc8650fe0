import type { Booking } from '@tapaamo/contracts';
import { BookingPanel } from './booking-panel.js';
import { CancelDialog } from './cancel-dialog.js';
import { MoveDialog } from './move-dialog.js';
import type { MoveValues } from './move-values.js';

/** What is being done with a booking. */
export interface BookingAct {
  step: 'panel' | 'move' | 'cancel';
  booking: Booking;
  /** The time to which it was dragged. */
  wish?: MoveValues;
  /** Puts the picture back as it was. */
  undo?: () => void;
}

interface BookingActsProps {
  act: BookingAct;
  now: number;
  onAct: (act: BookingAct | undefined) => void;
  /** Told in words what was done. */
  onDone: (text: string) => void;
}

/** The panel of a booking and what it leads to, one after the other. */
export function BookingActs({ act, now, onAct, onDone }: BookingActsProps) {
  const { step, booking, undo } = act;
  const close = () => {
    undo?.();
    onAct(undefined);
  };
  const done = (text: string) => {
    onAct(undefined);
    onDone(text);
  };
  const common = { booking, onClose: close, onDone: done };
  switch (step) {
    case 'panel':
      return <BookingPanel booking={booking} now={now} onClose={close} onAct={onAct} />;
    case 'move':
      return <MoveDialog {...common} wish={act.wish} onRefused={undo} />;
    case 'cancel':
      return <CancelDialog {...common} now={now} />;
  }
}
