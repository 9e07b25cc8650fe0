// Runs in a worker: says that time has passed, as often as it is told.
addEventListener('message', ({ data }: MessageEvent<number>) => {
  setInterval(() => postMessage(undefined), data);
});
