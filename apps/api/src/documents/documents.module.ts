import { Module } from '@nestjs/common';
import { CsvWriter } from './csv.writer.js';
import { PdfEngine } from './pdf.engine.js';
import { SpreadsheetWriter } from './xlsx.writer.js';

/** Turns plain data into files. It knows no area and no database. */
@Module({ providers: [PdfEngine, SpreadsheetWriter, CsvWriter], exports: [PdfEngine, SpreadsheetWriter, CsvWriter] })
export class DocumentsModule {}
