export * from './lanes.js';
export * from './needs.js';
export * from './today.contract.js';
