/** The present instant in milliseconds. The only place in the web app that reads the device's clock. */
export function now(): number {
  return Date.now();
}
