import type { Texts } from '../texts.js';

/** What is said to who hears nothing, or is not heard, and presses for help. */
export const soundHelp: Texts['soundHelp'] = {
  label: 'Help with sound',
  hearNothing: 'I hear nothing',
  notHeard: 'They don’t hear me',
  looking: 'Looking for the fault…',
  'hear_no-way': 'The connection is broken. We are looking for a new way, wait a moment.',
  hear_nobody: 'Nobody else is in the visit just now.',
  'hear_others-muted':
    'The others’ microphones are off. You will hear them when they turn them on.',
  hear_blocked: 'The browser had blocked the sound. You should hear it now.',
  'hear_does-not-come': 'The sound did not arrive. We opened it again, wait a moment.',
  'hear_others-quiet':
    'The connection works, but nobody is speaking just now, or their microphone is silent. Ask them in a message to check it.',
  'hear_own-sound':
    'The sound comes to this device. Turn up the volume, and check that the device is not silent and that no headphones are connected.',
  speak_off: 'Your microphone was off. We turned it on.',
  speak_refused:
    'The browser did not get permission to use the microphone. Press the icon at the start of the address bar and allow the microphone.',
  speak_missing: 'No microphone was found. Check that it is connected.',
  speak_broken: 'The microphone does not open. Close other calls and programs, and try again.',
  speak_ended: 'The microphone had come off. We opened it again.',
  'speak_held-silent':
    'The device kept the microphone muted. End the phone call if there is one, and check the switch of your headphones or device.',
  'speak_no-way': 'The connection is broken. We are looking for a new way, wait a moment.',
  'speak_does-not-leave': 'Your sound did not leave. We opened it again, wait a moment.',
  speak_silent:
    'No sound is heard from the microphone. We opened it again. If it stays silent, check the mute switch or choose another microphone under Devices.',
  speak_leaves: 'Your sound leaves this device. Ask the others to press I hear nothing.',
};
