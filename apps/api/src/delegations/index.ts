export * from './delegate.entity.js';
export * from './delegation.entity.js';
export * from './delegations.module.js';
export * from './delegations.service.js';
export * from './house-rules.service.js';
export * from './known-delegation.js';
export * from './roster.service.js';
