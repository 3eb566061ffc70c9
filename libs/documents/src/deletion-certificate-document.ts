// The certificate of a deletion as it is printed: a page of facts about how much went, and none about whose it was.
import * as z from 'zod';

const Line = z.string().min(1).max(300);

export const DeletionCertificateDocument = z.object({
  organization: Line,
  title: Line,
  rows: z
    .array(z.object({ label: Line, value: Line }))
    .min(1)
    .max(20),
  digestLabel: Line,
  /** 64 hexadecimal digits. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  note: z.string().max(1000),
  labels: z.object({ pageOf: Line }),
});
export type DeletionCertificateDocument = z.infer<typeof DeletionCertificateDocument>;
