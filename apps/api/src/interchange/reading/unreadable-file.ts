import { DomainError, type ErrorParams } from '@amity/kernel';
import type { InterchangeError } from '@amity/interchange';

/** The file as a whole cannot be read. The catalog of interchange has the status and the sentence for every code. */
export class UnreadableFile extends DomainError {
  constructor(entry: InterchangeError, params: ErrorParams = {}) {
    super(`interchange.${entry}`, params);
  }
}
