export * from './age-group.js';
export * from './beds.js';
export * from './candidate.score.js';
export * from './placement.contract.js';
export * from './placement.letters.js';
export * from './placement.states.js';
export * from './placements.errors.js';
export * from './stay.words.js';
