export * from './needs.contract.js';
export * from './person.contract.js';
export * from './person.names.js';
