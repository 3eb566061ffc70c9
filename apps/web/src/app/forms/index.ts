// Public pages import './plain-form.js' directly, so that nothing of the full form comes along.
export { issueInWords } from './issue-sentences.js';
export * from './plain-form.js';
export * from './schema-form.js';
