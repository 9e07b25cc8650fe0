export * from './organisation.entity.js';
export * from './organisation.module.js';
export * from './organisation.personal-data.js';
export * from './organisation.service.js';
export * from './service.entity.js';
