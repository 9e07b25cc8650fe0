export * from './describe-error.js';
export * from './framework-logger.js';
export * from './log-fields.js';
export * from './logger.js';
export * from './logging.module.js';
