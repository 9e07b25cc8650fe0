import { keepChoice, keptChoice } from '../../ui/device-choice.js';

/** How the person hears of arrivals on this device. */
export interface ArrivalChoices {
  sound: boolean;
  notices: boolean;
}

/** The sound is on until it is turned off; notices are asked for first. */
export function arrivalChoices(): ArrivalChoices {
  return {
    sound: keptChoice('sound') !== 'off',
    notices: keptChoice('notices') === 'on' && mayShowNotices(),
  };
}

/** Keeps a choice on this device. */
export function keepArrivalChoice(name: keyof ArrivalChoices, isOn: boolean): void {
  keepChoice(name, isOn ? 'on' : 'off');
}

/** Whether the browser knows notices outside of the page at all. */
export function knowsNotices(): boolean {
  return 'Notification' in globalThis;
}

/** Asks the browser's leave to show notices. @returns Whether it was given. */
export async function askForNotices(): Promise<boolean> {
  return knowsNotices() && (await Notification.requestPermission()) === 'granted';
}

function mayShowNotices(): boolean {
  return knowsNotices() && Notification.permission === 'granted';
}
