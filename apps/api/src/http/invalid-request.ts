import { DomainError, issueSentence } from '@amity/kernel';
import { StandardSchemaValidationPipe } from '@nestjs/common';

/** Parses what was sent with the handler's own schema; each field that does not fit is named with a sentence. */
export function requestParser(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new DomainError(
        'kernel.invalid',
        {},
        {
          errors: issues.slice(0, 50).map((issue) => ({
            path: (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.'),
            detail: issueSentence(issue.message),
          })),
        },
      ),
  });
}
