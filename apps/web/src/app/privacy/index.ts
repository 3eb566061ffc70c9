export * from './components/hide-me.js';
export * from './privacy.words.js';
