export * from './components/person-fields.js';
export * from './people.store.js';
export * from './people.words.js';
export * from './person-sections.js';
export * from './person.typed.js';
