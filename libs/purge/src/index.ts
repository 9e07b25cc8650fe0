export * from './forgetting-overview.js';
export * from './purge-count.entity.js';
export * from './purge-run.entity.js';
export * from './purge.module.js';
export * from './purge.personal-data.js';
export * from './purge.service.js';
