export * from './components/history-link.js';
export * from './components/record-history.js';
