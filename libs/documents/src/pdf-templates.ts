// Every PDF Amity can print: a template's name is the name of its file in `apps/api/templates`, its schema is all it may be given.
import * as z from 'zod';
import { DeletionCertificateDocument } from './deletion-certificate-document.js';
import { ItineraryDocument } from './itinerary-document.js';
import { OutcomesDocument } from './outcomes-document.js';

export const pdfTemplates = {
  itinerary: ItineraryDocument,
  'outcomes-report': OutcomesDocument,
  'deletion-certificate': DeletionCertificateDocument,
} as const;
export type PdfTemplate = keyof typeof pdfTemplates;
/** What a template is filled with. */
export type PdfData<T extends PdfTemplate> = z.input<(typeof pdfTemplates)[T]>;

export const PdfOptions = z.object({
  /** The document's title, shown by readers instead of the file name. */
  title: z.string().trim().min(1).max(300),
  /** BCP 47: "en", "ja", "pt-BR". */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  /** Direction of the page; left to right unless said otherwise. */
  direction: z.enum(['ltr', 'rtl']).default('ltr'),
  /** When the document was made, ISO 8601. Absent: no date is written, so equal data give equal bytes. */
  createdAt: z.iso.datetime({ offset: true }).optional(),
});
export type PdfOptions = z.input<typeof PdfOptions>;
