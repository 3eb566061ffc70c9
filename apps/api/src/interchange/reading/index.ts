export { readTable, refuseTooLarge, type ReadingOptions } from './read-table.js';
export { readingLimits, type ReadingLimits } from './reading-limits.js';
export { UnreadableFile } from './unreadable-file.js';
