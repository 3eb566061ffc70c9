import { issue, issueSentences } from '@amity/kernel';
import * as z from 'zod';
import english from '../../i18n/en.json' with { type: 'json' };
import { describeIssue, inWords, issueInWords } from './issue-sentences.js';

const shouted = (key: string): string => key.toUpperCase();

describe('what a schema says', () => {
  it('stands in English as the api says it, and in every language file under its key', () => {
    expect(english.issue).toEqual(issueSentences);
  });

  it('is said in the reader’s words, and what is no key stays', () => {
    expect([issueInWords('issue.name_missing', shouted), issueInWords('refused', shouted)]).toEqual(['ISSUE.NAME_MISSING', 'refused']);
  });

  it('is said by the schema in words, which otherwise judges as before', async () => {
    const schema = z.object({ name: z.string().trim().min(1, issue('name_missing')) });
    const { validate } = inWords(schema, shouted)['~standard'];
    expect(await validate({ name: ' Ana ' })).toEqual({ value: { name: 'Ana' } });
    expect((await validate({ name: '' })).issues?.map(({ path, message }) => [path, message])).toEqual([[['name'], 'ISSUE.NAME_MISSING']]);
  });

  it('has words for every kind of refusal', () => {
    const raw = { code: 'unrecognized_keys' as const, keys: ['x'], input: { x: 1 } };
    expect(describeIssue(raw, shouted)).toBe('FORMS.ISSUE.FORMAT');
  });
});
