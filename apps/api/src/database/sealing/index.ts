export * from './data-key.js';
export * from './key-ring.js';
export * from './master-key.js';
export * from './sealed.js';
export * from './sealing.js';
export * from './sealing.subscriber.js';
