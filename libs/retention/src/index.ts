export * from './messages-kept.js';
export * from './personal-data-classes.js';
export * from './policy-change.js';
export * from './purge-due-at.js';
export * from './retention-change.entity.js';
export * from './retention-policy.entity.js';
export * from './retention.personal-data.js';
