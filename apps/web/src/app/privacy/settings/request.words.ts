// How a request is spoken of, in the list and on its page alike.
import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { DataRequest } from '@amity/privacy';
import type { Tone } from '@amity/ui';
import { Formats } from '../../language/index.js';

/** Fewer days than this need a person now. */
const soon = 7;

@Injectable({ providedIn: 'root' })
export class RequestWords {
  private readonly formats = inject(Formats);
  private readonly words = inject(TranslocoService);

  person({ person, state, kind }: DataRequest): string {
    const key = kind === 'erasure' && state === 'answered' ? 'erased' : 'withheld';
    return person?.name ?? this.words.translate(`privacy.requests.${key}`);
  }

  timeLeft({ daysLeft, state }: DataRequest): string {
    if (daysLeft === null) return this.words.translate(`privacy.requests.state.${state}`);
    if (daysLeft === 0) return this.words.translate('privacy.requests.dueToday');
    const form = this.formats.plural(Math.abs(daysLeft)) === 'one' ? 'one' : 'other';
    const count = this.formats.number(Math.abs(daysLeft));
    return this.words.translate(`privacy.requests.${daysLeft < 0 ? 'over' : 'left'}.${form}`, { count });
  }

  tone({ daysLeft, state }: DataRequest): Tone {
    if (daysLeft === null) return state === 'answered' ? 'done' : 'calm';
    return daysLeft < 0 ? 'blocked' : daysLeft < soon ? 'waits' : 'calm';
  }
}
