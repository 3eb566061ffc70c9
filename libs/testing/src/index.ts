export * from './delegations.builders.js';
export * from './hosting.builders.js';
export * from './people.builders.js';
export * from './partnerships.builders.js';
export * from './visits.builders.js';
export * from './placements.builders.js';
