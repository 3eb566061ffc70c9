export * from './chapters.contract.js';
export * from './chapters.rules.js';
export * from './lanes.js';
export * from './needs.js';
export * from './today.contract.js';
