export * from './audit.entity.js';
export * from './audit.mapper.js';
export * from './audit.module.js';
export * from './concealment.js';
