export * from './components/house-rule-mark.js';
