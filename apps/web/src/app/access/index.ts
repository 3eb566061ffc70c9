export * from './access.guards.js';
export * from './can.directive.js';
export * from './session.interceptor.js';
export * from './session.store.js';
export * from './public-organization.js';
