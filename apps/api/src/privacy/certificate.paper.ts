// The certificate as it is printed: English, like everything the api writes, and nothing in it about anybody.
import type { DeletionCertificateDocument } from '@amity/documents';
import { fill } from '@amity/kernel';
import { type DeletionCertificate, type Period, retentionClasses, type RetentionKey } from '@amity/privacy';

const names: Readonly<Record<RetentionKey, string>> = {
  identity_documents: 'Identity documents of travellers',
  medical_facts: 'Health and medical diet of travellers',
  other_confidences: 'Faith, political views and emergency contacts of travellers',
  confidences_at_rest: 'What was told in confidence by people who travel in no delegation',
  delegate_needs: 'Diet, allergies and notes of delegates',
  dialogue_notes: 'Notes of appointments under the Chatham House rule',
  survey_links: 'The link between a survey’s answers and who gave them',
  screening_evidence: 'Results of screening checks',
  import_files: 'Files that were uploaded for an import',
  job_results: 'Results of imports and other jobs',
  letters: 'Letters that were sent',
};

const fates = {
  removed: 'The records were deleted.',
  emptied: 'The records stay without what they held.',
  unlinked: 'The answers stay, and nobody knows any more whose they are.',
} as const;

const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });

export function certificatePaper(
  certificate: DeletionCertificate,
  organization: { name: string; zone: string },
): DeletionCertificateDocument {
  const written = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'long', timeZone: organization.zone });
  return {
    organization: organization.name,
    title: 'Certificate of deletion',
    rows: [
      { label: 'What was deleted', value: names[certificate.key] },
      { label: 'How many records', value: String(certificate.count) },
      { label: 'How', value: fates[retentionClasses[certificate.key].fate] },
      { label: 'On', value: day.format(new Date(`${certificate.ranOn}T00:00:00Z`)) },
      {
        label: 'Policy',
        value: fill('Kept {period}, version {version} of the policy', {
          period: periodOf(certificate.keep),
          version: certificate.policyVersion,
        }),
      },
      { label: 'Written', value: written.format(new Date(certificate.at)) },
      { label: 'Certificate', value: certificate.id },
    ],
    digestLabel: 'SHA-256 over the ids of the records, sorted, one a line',
    digest: certificate.digest,
    note: 'This certificate holds no personal data. Whoever has the list of ids, for example from a backup, can compute the same value. The deletion and this certificate stand in the audit log.',
    labels: { pageOf: 'Page {page} of {pages}' },
  };
}

function periodOf({ count, unit }: Period): string {
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}
