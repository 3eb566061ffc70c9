export * from './jobs.store.js';
