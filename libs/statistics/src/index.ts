export * from './doubtful-admission-count.entity.js';
export * from './doubtful-admission-overview.js';
export * from './meeting-quality-count.entity.js';
export * from './meeting-quality-overview.js';
export * from './statistics.module.js';
export * from './statistics.personal-data.js';
export * from './statistics.service.js';
export * from './visit-count.entity.js';
