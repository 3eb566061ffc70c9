export * from './import-files.js';
export * from './interchange.module.js';
export * from './jobs.js';
