export * from './contract-end.module.js';
export * from './contract-end.service.js';
export * from './contract-ends.js';
