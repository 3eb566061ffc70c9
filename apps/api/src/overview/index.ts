export * from './overview.module.js';
export * from './overview.service.js';
