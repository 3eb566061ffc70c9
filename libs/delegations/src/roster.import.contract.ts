// What crosses the wire around a roster import: the file's preview, the question what it would do, and the report.
import { ImportMapping, ImportPreview, ImportReport } from '@amity/interchange';
import { Id } from '@amity/kernel';
import * as z from 'zod';

/** How the file is read where its own signs mislead; everything is found out when left out. */
export const RosterReading = z
  .object({
    encoding: z.string().max(40).optional(),
    separator: z.enum([',', ';', '\t', '|']).optional(),
    sheet: z.string().max(200).optional(),
  })
  .meta({ id: 'RosterReading' });
export type RosterReading = z.infer<typeof RosterReading>;

export const RosterPreview = ImportPreview.extend({ fileId: Id }).meta({ id: 'RosterPreview' });
export type RosterPreview = z.infer<typeof RosterPreview>;

export const RosterImport = z
  .object({ fileId: Id, mapping: ImportMapping, reading: RosterReading.default({}) })
  .meta({ id: 'RosterImport' });
export type RosterImport = z.infer<typeof RosterImport>;
export type RosterImportInput = z.input<typeof RosterImport>;

/** The report of a dry run, and the result of the job that applied it. */
export const RosterReport = ImportReport.extend({ fileName: z.string(), delegationId: Id }).meta({ id: 'RosterReport' });
export type RosterReport = z.infer<typeof RosterReport>;

/** Kind of the job that applies a roster. */
export const rosterImportJob = 'delegations.roster_import';
