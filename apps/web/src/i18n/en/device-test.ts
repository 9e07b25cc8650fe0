import type { Texts } from '../texts.js';

/** The device test. What stands in several lines is a list of steps. */
export const deviceTest: Texts['deviceTest'] = {
  heading: 'Test your devices',
  ask: 'The browser asks for permission to use the camera and microphone. Choose Allow. Your picture and sound go to the server and come back to you alone: nobody else sees or hears you.',
  steps: 'Parts of the test',
  start: 'Start the test',
  continue: 'Continue',
  withoutCamera: 'Continue without a camera',
  watchOnly: 'Continue, only watching and listening',
  skip: 'Skip the test',
  opening: 'Opening the camera…',
  look: 'Do you see yourself?',
  noPicture: 'There is no picture from the camera.',
  works: 'Works',
  fails: 'Does not work',
  heard: 'You can be heard',
  listening: 'Listening…',
  saySomething: 'Say something, for example “Hello”.',
  silent: 'No sound is heard',
  silentHelp:
    'We do not hear you. Speak closer to the device, and check that the microphone is not muted on your headphones or by a switch of the device.',
  speaker: 'Loudspeaker',
  play: 'Play a test sound',
  didYouHear: 'Did you hear the sound?',
  heardIt: 'Yes, I heard it',
  didNotHear: 'No, I did not',
  speakerWorks: 'The sound was heard',
  notHeard:
    'Turn up the volume. Check that the device is not silent and that no headphones are connected. Then play the test sound again.',
  line: 'Connection',
  lineTesting: 'Testing the connection…',
  lineLater: 'The connection could not be tested right now. You can continue all the same.',
  lineUntested: 'Not tested',
  lineAgain: 'Test the connection again',
  line_good: 'The connection is good',
  line_weak: 'The connection is weak',
  line_poor: 'The connection is poor',
  line_failed: 'There is no connection',
  lineHelp_weak:
    'The picture may stop at times. Move closer to the router, or close other programs and devices that use the network.',
  lineHelp_poor:
    'The connection is probably enough for speech only. Move closer to the router, or try another network, for example the mobile data of your phone.',
  lineHelp_failed:
    'Picture and sound do not get through in this network. Try another network, for example the mobile data of your phone, and turn off a VPN if you use one.',
  echo: 'This is how others see you',
  echoHeard: 'Your picture and sound go to the server and back.',
  allWell: 'All is well',
  allWellText: 'You are ready for the visit.',
  allWellSoFar: 'The camera and microphone are fine',
  notAllWell: 'This is worth mending',
  fault_microphone_refused: 'Allow the microphone in the browser.',
  fault_microphone_missing: 'No microphone was found.',
  fault_microphone_broken: 'The microphone does not open.',
  fault_microphone_silent: 'No sound is heard from the microphone.',
  'fault_speaker_not-heard': 'The sound of the loudspeaker was not heard.',
  fault_camera_refused: 'Allow the camera in the browser.',
  fault_camera_missing: 'No camera was found.',
  fault_camera_broken: 'The camera does not open.',
  fault_connection_weak: 'The connection is weak.',
  fault_connection_poor: 'The connection is poor.',
  fault_connection_failed: 'There is no connection.',
  bothRefused:
    'The browser did not get permission to use the camera and microphone. This is how you allow them:',
  withoutBoth: 'You can also continue without them.',
  camera_refused: 'The browser did not get permission to use the camera. This is how you allow it:',
  withoutIt: 'You can also continue without a camera.',
  camera_missing:
    'No camera was found. Check that it is connected. You can also continue without a camera.',
  camera_broken:
    'The camera does not open. Another program may be using it: close other video calls and try again. You can also continue without a camera.',
  microphone_refused:
    'The browser did not get permission to use the microphone. This is how you allow it:',
  microphone_missing:
    'No microphone was found. Check that it is connected. You can also continue without it.',
  microphone_broken:
    'The microphone does not open. Another program may be using it: close other calls and try again.',
  'steps_chromium-computer':
    'Press the icon at the start of the address bar: a lock or two sliders.\nTurn on the camera and microphone.\nPress Try again on this page.',
  'steps_firefox-computer':
    'Press the crossed-out camera or microphone icon in the address bar.\nRemove the block with the cross beside it.\nPress Try again on this page and choose Allow.',
  'steps_safari-mac':
    'Choose Safari at the top of the screen, then Settings for the website.\nChoose Allow for the camera and microphone.\nPress Try again on this page.',
  'steps_chromium-android':
    'Press the icon at the start of the address bar.\nChoose Permissions and allow the camera and microphone.\nPress Try again on this page.',
  'steps_firefox-android':
    'Press the lock in the address bar.\nAllow the camera and microphone.\nPress Try again on this page.',
  'steps_safari-ios':
    'Press the page icon or the letters aA at the edge of the address bar.\nChoose Website Settings and allow the camera and microphone.\nPress Try again on this page.',
  'steps_other-ios':
    'Open the Settings of the device and find this browser in the list.\nTurn on the camera and microphone.\nCome back to this page and press Try again.',
  'steps_in-app':
    'This page is open inside an app, and the app may block the camera.\nGo back to the message, press the link for a while and copy it.\nOpen a browser, for example Chrome or Safari, and paste the link into the address bar.',
  steps_unknown:
    'Find the permissions of this page in the settings of the browser.\nAllow the camera and microphone.\nPress Try again on this page.',
  system_windows:
    'If that does not help: open the Settings of Windows, then Privacy & security, and allow the camera and microphone.',
  system_mac:
    'If that does not help: open System Settings, then Privacy & Security, and allow the camera and microphone for the browser.',
  system_android:
    'If that does not help: open the Settings of the device, then Apps and your browser, and allow the camera and microphone.',
  system_ios:
    'If that does not help: open the Settings of the device, find your browser in the list, and allow the camera and microphone.',
};
