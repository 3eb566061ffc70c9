export * from './indicator.entity.js';
export * from './indicators.service.js';
export * from './instrument.entity.js';
export * from './instruments.service.js';
export * from './outcomes.module.js';
export * from './surveys.service.js';
export * from './wave.entity.js';
export * from './waves.service.js';
