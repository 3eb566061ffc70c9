export * from './formats.js';
export * from './language.js';
export * from './language-menu.js';
export * from './languages.js';
export * from './provide-language.js';
export * from './words.js';
