export * from './clock/clock.js';
export * from './errors/app-error.js';
export * from './errors/errors.js';
export * from './ids/ids.js';
export * from './local-date/local-date.js';
export * from './process/exit-with-parent.js';
export * from './redacted/redacted.js';
