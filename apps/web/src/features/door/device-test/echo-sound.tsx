import { useEffect, useRef } from 'react';
import { Meter } from './meter.js';

/** A sound that came over the network, as a moving bar. Chromium measures nothing of one that no element plays: it plays it silently. */
export function EchoSound({ track, onHeard }: { track: MediaStreamTrack; onHeard: () => void }) {
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    if (audio.current !== null) {
      audio.current.srcObject = new MediaStream([track]);
      audio.current.play().catch(() => undefined);
    }
  }, [track]);
  return (
    <>
      <audio ref={audio} muted />
      <Meter track={track} onHeard={onHeard} testId="echo-level" />
    </>
  );
}
