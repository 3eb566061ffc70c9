export * from './audit.contract.js';
export * from './audit.errors.js';
export * from './chain.js';
export * from './changes.js';
export * from './read-purposes.js';
export * from './residues.js';
export * from './verification.js';
