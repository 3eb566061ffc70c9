export * from './hosting.entities.js';
export * from './hosting.module.js';
export * from './households.service.js';
export * from './screenings.service.js';
