export * from './deletion-certificate-document.js';
export * from './file-name.js';
export * from './itinerary-document.js';
export * from './json.js';
export * from './outcomes-document.js';
export * from './pdf-templates.js';
export * from './spreadsheet-text.js';
export * from './spreadsheet.js';
