export * from './consents.service.js';
export * from './facts.deletion.js';
export * from './own-records.service.js';
export * from './personal-data.js';
export * from './privacy.module.js';
export * from './retention.keepers.js';
export * from './protection.service.js';
export * from './rewriting.js';
