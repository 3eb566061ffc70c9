// What a schema's refusal says to a person. A contract's own message is a key, `issue.*`, said here in the reader's language; where
// the contract has none, the kind of the refusal is said: `forms.issue.*`.
import type * as z from 'zod';

type Translate = (key: string, params?: Record<string, unknown>) => string;

/** A message of a schema in words; what is no key is words already. */
export function issueInWords(message: string, translate: Translate): string {
  return message.startsWith('issue.') ? translate(message) : message;
}

/** The schema, with what it says put into words. */
export function inWords<Out, In>(schema: z.ZodType<Out, In>, translate: Translate): Pick<z.ZodType<Out, In>, '~standard'> {
  const standard = schema['~standard'];
  type Result = Awaited<ReturnType<typeof standard.validate>>;
  const worded = (result: Result): Result =>
    result.issues === undefined
      ? result
      : { issues: result.issues.map((issue) => ({ ...issue, message: issueInWords(issue.message, translate) })) };
  return {
    '~standard': {
      ...standard,
      validate: (value) => {
        const result = standard.validate(value);
        return result instanceof Promise ? result.then(worded) : worded(result);
      },
    },
  };
}

/** A sentence for one zod issue that brings none. */
export function describeIssue(issue: z.core.$ZodRawIssue, translate: Translate): string {
  const missing = issue.input === undefined || issue.input === null || issue.input === '';
  if (missing) return translate('forms.issue.required');
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string') return translate('forms.issue.tooShort', { minimum: issue.minimum });
      return issue.origin === 'array'
        ? translate('forms.issue.tooFew', { minimum: issue.minimum })
        : translate('forms.issue.tooSmall', { minimum: issue.minimum });
    case 'too_big':
      if (issue.origin === 'string') return translate('forms.issue.tooLong', { maximum: issue.maximum });
      return issue.origin === 'array'
        ? translate('forms.issue.tooMany', { maximum: issue.maximum })
        : translate('forms.issue.tooBig', { maximum: issue.maximum });
    case 'invalid_format':
      if (issue.format === 'email') return translate('forms.issue.email');
      if (issue.format === 'url') return translate('forms.issue.url');
      if (issue.format === 'date') return translate('forms.issue.date');
      return translate('forms.issue.format');
    case 'invalid_value':
      return translate('forms.issue.choice');
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int' ? translate('forms.issue.number') : translate('forms.issue.format');
    default:
      return translate('forms.issue.format');
  }
}
