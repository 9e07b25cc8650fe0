/* global document, location, MediaStream */
// What the product's page asks of the devices and encodes, said once for the bare pages.

/** Camera and microphone at once, as the product's page asks for them. */
export function openDevices() {
  return navigator.mediaDevices.getUserMedia({
    video: {
      width: { ideal: 1280 },
      height: { ideal: 720 },
      frameRate: { ideal: 30, max: 30 },
      facingMode: 'user',
    },
    audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  });
}

/** @param {MediaStreamTrack} track @returns {HTMLMediaElement} */
export function showTrack(track) {
  const element = document.createElement(track.kind);
  element.autoplay = true;
  element.muted = track.kind === 'video';
  element.playsInline = true;
  element.srcObject = new MediaStream([track]);
  document.body.append(element);
  return element;
}

/** Calls back when the button is pressed; at once when the page needs no press. */
export function whenPressed(act) {
  if (new URLSearchParams(location.search).has('press')) {
    document.querySelector('[data-testid="admit"]').addEventListener('click', act, { once: true });
  } else {
    act();
  }
}
