export * from './hold-board.js';
export * from './hold-review.service.js';
export * from './hold-state.js';
export * from './legal-hold.entity.js';
export * from './legal-hold.errors.js';
export * from './legal-hold.module.js';
export * from './legal-hold.personal-data.js';
export * from './legal-holds.service.js';
