export * from './placement-answers.service.js';
export * from './placement-boards.service.js';
export * from './placement.entity.js';
export * from './placements.module.js';
export * from './placements.service.js';
