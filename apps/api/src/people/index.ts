export * from './people.module.js';
export * from './people.service.js';
export * from './person-filters.js';
export * from './person.entity.js';
export * from './person.mapper.js';
