import type { EventInput } from '@fullcalendar/react';
import type { OwnTimeKind } from '@tapaamo/contracts';

/** A stretch of time, as the contract has it. */
export interface Stretch {
  startsAt: string;
  endsAt: string;
}

/** A stretch of time that is drawn behind the visits. */
export interface Shade extends Stretch {
  kind: OwnTimeKind | 'colleague';
  /** What it is, in a word. */
  text: string;
  /** What it is and when, for who does not see it. */
  all: string;
}

/** Shades as the picture takes them. */
export function shadeEntries(shades: readonly Shade[]): EventInput[] {
  return shades.map((shade) => ({
    start: shade.startsAt,
    end: shade.endsAt,
    display: 'background',
    extendedProps: { shade },
  }));
}
