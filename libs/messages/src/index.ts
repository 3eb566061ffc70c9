export * from './letter.js';
export * from './messages.contract.js';
