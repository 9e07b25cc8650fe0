export * from './audited.decorator.js';
export * from './is-operator.js';
export * from './permission.js';
export * from './permit.decorator.js';
