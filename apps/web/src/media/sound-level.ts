/** Renewals of the level per second: smooth to the eye, light on an old phone. */
const PER_SECOND = 15;

/**
 * Measures how loud a microphone is.
 *
 * @param onLevel - Told the level, 0 (silent) to 1 (loud).
 * @returns The way to stop.
 */
export function watchSoundLevel(
  track: MediaStreamTrack,
  onLevel: (level: number) => void,
): () => void {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 512 });
  const source = context.createMediaStreamSource(new MediaStream([track]));
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    onLevel(levelOf(samples));
  }, 1000 / PER_SECOND);
  // Without a person's act a browser may start the context asleep.
  void context.resume();
  return () => {
    clearInterval(timer);
    source.disconnect();
    void context.close();
  };
}

/**
 * Loudness of samples on a scale that follows the ear: -60 dB and below is 0, -10 dB and above is 1.
 *
 * @param samples - Amplitudes from -1 to 1.
 */
export function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) {
    sum += sample * sample;
  }
  const decibels = 20 * Math.log10(Math.sqrt(sum / Math.max(1, samples.length)) || 1e-6);
  return Math.min(1, Math.max(0, (decibels + 60) / 50));
}
