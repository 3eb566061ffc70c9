export { CsvWriter, type CsvOptions } from './csv.writer.js';
export { DocumentsModule } from './documents.module.js';
export { PdfEngine, PdfError } from './pdf.engine.js';
export { SpreadsheetWriter } from './xlsx.writer.js';
