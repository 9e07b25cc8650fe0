export * from './holidays/holidays.js';
