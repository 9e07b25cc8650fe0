import type { Texts } from '../texts.js';

export const waitingRoom: Texts['waitingRoom'] = {
  heading: 'Waiting room',
  waitingFor: 'You are waiting for: {{name}}',
  agreed: 'Agreed time: {{time}}.',
  automatic:
    'You do not need to press anything. The visit opens as soon as you are let in. Keep this page open.',
  testing:
    'You are still in the waiting room and your place is kept. You come to the meeting as soon as you are let in, even in the middle of the test.',
  toldLater: 'You will see whom you meet once you have been let in.',
  delayMinutes:
    'The visit is late. It begins at about {{time}}. You are let in as soon as the professional is ready.',
  delaySoon: 'The visit is a little late. You are let in as soon as possible.',
  delayToldAt: 'Told at {{time}}.',
  connecting: 'Connecting…',
  connected: 'You are in the waiting room and the connection works.',
  reconnecting: 'The connection was lost. Connecting again; your place is kept.',
  leave: 'Leave the waiting room',
  elsewhereHeading: 'The visit is open on another device',
  elsewhereText:
    'You can continue the visit on this device. The visit then closes on the other device.',
  heldElsewhereText:
    'You can continue on this device once you identify. If the other device is yours, you can also close the visit on it and then try again. If you do not know whose device it is, tell the professional.',
  takeOver: 'Continue on this device',
  stoppedHeading: 'The connection to the visit ended',
  meetingAlone: '{{name}} will join soon. You can wait calmly.',
  meetingLeft: '{{name}} is not in the visit right now. You can wait calmly or leave.',
  meetingLost:
    '{{name}}: the connection was lost. You can wait calmly. The appointment goes on by itself when the connection is back.',
  alone: '{{name}} is now speaking with you alone. Nobody else sees or hears you.',
  'because_sent-back':
    'You were asked to wait for a moment. It is not because of anything you did. You come back as soon as you are let in again.',
  'because_set-apart':
    'Two people in the appointment are speaking alone for a moment. That is usual. You come back by yourself when the others are called in.',
  becauseUnseen:
    'Meanwhile you neither see nor hear the others, nor they you. Keep this page open.',
  apart:
    'Meanwhile the others neither see nor hear you, nor you them, and messages do not get through.',
};

export const observer: Texts['observer'] = {
  label: 'A student’s request',
  one: {
    question: 'A student would like to follow your visit. May they?',
    yes: 'Yes, the student may follow',
    no: 'No, the student may not follow',
    said_yes: 'You have let the student follow the visit.',
    said_no: 'The student cannot follow the visit.',
    takeBack: 'Take the yes back',
    yesAfterAll: 'Say yes after all',
  },
  numbered: {
    question: 'Student {{number}} would like to follow your visit. May they?',
    yes: 'Yes, student {{number}} may follow',
    no: 'No, student {{number}} may not follow',
    said_yes: 'You have let student {{number}} follow the visit.',
    said_no: 'Student {{number}} cannot follow the visit.',
    takeBack: 'Take the yes to student {{number}} back',
    yesAfterAll: 'Say yes to student {{number}} after all',
  },
  name: 'Student {{number}}',
  hint: 'You may say no. It makes no difference to you. The student only looks on and listens. You can also take a yes back at any time.',
};

export const following: Texts['following'] = {
  open: 'You follow the visit as a student. You are let in once the client’s side has agreed and the professional lets you in.',
  agreed: 'You may follow the visit. The professional will let you in.',
  refused:
    'This time you cannot follow the visit, because there is no consent to it. Everybody has the right to say no, and it is not about you. Thank you for coming. You can leave the waiting room.',
  putOut:
    'You are not in the visit any more, because there is no consent to it just now. Everybody has the right to decide so, and it is not about you. You can wait or leave.',
  lookingOn:
    'You follow the visit as a student: you see and hear the others, and they neither see nor hear you. That is why there are no buttons for camera and microphone.',
};

export const meeting: Texts['meeting'] = {
  label: 'Visit',
  controls: 'Buttons of the visit',
  microphone: 'Microphone',
  camera: 'Camera',
  on: 'on',
  off: 'off',
  shortcut: 'Keyboard shortcut {{key}}',
  microphoneTurnedOn: 'The microphone is on.',
  microphoneTurnedOff: 'The microphone is off.',
  cameraTurnedOn: 'The camera is on.',
  cameraTurnedOff: 'The camera is off.',
  mutedTalk: 'You are talking, but your microphone is off. The others do not hear you.',
  shareScreen: 'Share screen',
  stopSharing: 'Stop sharing',
  youShare: 'The others see your screen now.',
  devices: 'Devices',
  choose_camera: 'Choose a camera',
  choose_microphone: 'Choose a microphone',
  closeDevices: 'Done',
  deviceNumber: 'Device {{number}}',
  blur: 'Blur the background',
  blurStarting: 'The background is being blurred. Your picture shows in a moment.',
  blurOn: 'The background is blurred.',
  blurFailed:
    'The background could not be blurred. Your camera is off, so that your background is not seen. If you want to be seen without blur, clear the choice and turn the camera on.',
  leave: 'Leave',
  connecting: 'Connecting to the visit…',
  lineLost: 'Your connection was lost. Connecting again…',
  pathRepairing: 'The connection for picture and sound was lost. Repairing…',
  microphoneUnsent:
    'The others cannot hear you right now. If this does not mend itself, turn your microphone off and on again.',
  cameraUnsent:
    'The others cannot see your picture right now. If this does not mend itself, turn your camera off and on again.',
  screenUnsent:
    'The others cannot see your screen right now. If this does not mend itself, stop sharing and share it again.',
  screenOf: '{{name}} is sharing a screen',
  pictureOf: 'Picture: {{name}}',
  cameraIsOff: '{{name}}: the camera is not on',
  lookingOn: '{{name}} follows the visit',
  otherLost: '{{name}}: connection lost. Waiting for them to return.',
  isMuted: 'microphone off',
  soundBlocked: 'The browser does not let the sound through yet.',
  listen: 'Listen',
  ownPicture: 'Your own picture',
  ownCameraOff: 'Your camera is off',
};

/** What is written in the meeting. */
export const text = {
  label: 'Messages',
  close: 'Close messages',
  notKept:
    'Messages are not saved. Only those who are here now see them, and they disappear when the visit ends, you leave or you reload the page.',
  empty: 'No messages yet.',
  own: 'You',
  write: 'Write a message',
  send: 'Send',
  live: 'Show my text to the others while I type',
  typing: '{{name}} is typing:',
  waiting: 'Will be sent when the others can read it.',
  held: 'Not sent, because someone joined.',
  sendHeld: 'Send now',
  resting: 'Someone joined. The others see this text only once you send it.',
  arrived: 'New message, {{name}}: {{text}}',
  unread: '{{number}} new',
  left: '{{number}} characters left.',
};
