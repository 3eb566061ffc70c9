import type { ErrorCatalog } from '@amity/kernel';

export const auditErrors = {
  sheet_too_long: {
    status: 422,
    en: 'A workbook holds at most {most} entries, and these are {count}. Choose CSV, or narrow the dates.',
  },
} as const satisfies ErrorCatalog;
