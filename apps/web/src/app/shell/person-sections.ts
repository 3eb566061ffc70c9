import type { Provider } from '@angular/core';
import { PERSON_SECTIONS, type PersonSection } from '../people/person-sections.js';
import { privacyWords } from '../privacy/privacy.words.js';

const sections: readonly PersonSection[] = [
  {
    area: 'privacy',
    words: privacyWords,
    permission: 'privacy.read_sensitive',
    load: () => import('../privacy/components/sensitive-section.js').then((m) => m.SensitiveSection),
  },
  {
    area: 'privacy',
    words: privacyWords,
    permission: 'privacy.manage_consents',
    load: () => import('../privacy/components/consents-section.js').then((m) => m.ConsentsSection),
  },
  {
    area: 'privacy',
    words: privacyWords,
    permission: 'privacy.protect',
    load: () => import('../privacy/components/protection-section.js').then((m) => m.ProtectionSection),
  },
];

/** What areas show on a person's sheet, in this order. */
export function providePersonSections(): Provider {
  return { provide: PERSON_SECTIONS, useValue: sections };
}
