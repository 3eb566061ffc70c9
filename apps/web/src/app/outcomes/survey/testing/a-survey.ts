// Surveys and questions for tests, with sensible defaults.
import type { Item, Survey } from '@amity/outcomes';

export function aScaleItem(key: string, more: Partial<Item> = {}): Item {
  const range = { min: 1, max: 5, minLabel: 'Not at all', maxLabel: 'Very much' };
  const plain = { help: null, reverse: false, subscale: null, kirkpatrick: null, optional: false, harm: false };
  return { key, kind: 'scale', text: `About ${key}?`, ...range, ...plain, ...more };
}

export function aTextItem(key: string, more: Partial<Item> = {}): Item {
  return { ...aScaleItem(key), kind: 'text', min: 0, max: 0, minLabel: '', maxLabel: '', optional: true, ...more };
}

export function aSurvey(more: Partial<Survey> = {}): Survey {
  return {
    organizationName: 'Portland–Tateyama Sister City Committee',
    delegationName: 'Tateyama teachers',
    name: 'Program experience',
    about: 'How the visit was.',
    adaptedFrom: null,
    moment: 'post',
    opensOn: '2026-05-11',
    closesOn: '2026-05-31',
    state: 'open',
    items: [aScaleItem('a'), aScaleItem('b'), aTextItem('story')],
    ...more,
  };
}
