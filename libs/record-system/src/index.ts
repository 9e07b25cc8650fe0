export * from './receipt/receipt-csv.js';
export * from './receipt/receipt-text.js';
export * from './receipt/visit-receipts.service.js';
export * from './record-system.errors.js';
export * from './record-system.module.js';
