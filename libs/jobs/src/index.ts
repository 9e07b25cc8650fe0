export * from './job-names.js';
export * from './jobs.module.js';
export * from './jobs.service.js';
export * from './prepare-jobs.js';
