export * from './intents.js';
export * from './csrf-token.js';
export * from './keyset-list.js';
export * from './problem.js';
export * from './problem.interceptor.js';
export * from './requests.js';
export * from './return-to.js';
export * from './while-visible.js';
