export * from './export-key.entity.js';
export * from './export-keys.service.js';
export * from './visit-export.errors.js';
export * from './visit-export.module.js';
export * from './visit-export.personal-data.js';
export * from './visit-export.service.js';
