export * from './community.entity.js';
export * from './gazetteer/gazetteer.js';
export * from './partnership.entity.js';
export * from './partnership.mapper.js';
export * from './partnerships.module.js';
export * from './partnerships.service.js';
