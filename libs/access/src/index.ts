export * from './permission.js';
export * from './permit.decorator.js';
