import { useEffect, useRef, type ComponentProps } from 'react';

interface TrackVideoProps extends Omit<ComponentProps<'video'>, 'ref'> {
  track: MediaStreamTrack;
}

/** Shows one video track. Always without sound: sound has an element of its own. */
export function TrackVideo({ track, ...rest }: TrackVideoProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) {
      video.current.srcObject = new MediaStream([track]);
    }
  }, [track]);
  useEffect(() => {
    const shown = video.current;
    return () => {
      // A picture that is gone from the page would stand still in the browser's small window for as long as that is open.
      if (shown !== null && document.pictureInPictureElement === shown) {
        document.exitPictureInPicture().catch(() => undefined);
      }
    };
  }, []);
  return <video ref={video} autoPlay playsInline muted disablePictureInPicture {...rest} />;
}
