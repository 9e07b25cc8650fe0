import { jest } from '@jest/globals';

// On a machine that has much else to do, or at a low priority, TEST_PATIENCE makes it as many times as long.
jest.setTimeout(globalThis.testTimeoutMs * Number(process.env.TEST_PATIENCE ?? '1'));
