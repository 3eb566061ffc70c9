// The list of visits as the address asks for it.
import { inject, Injectable } from '@angular/core';
import { FilterState } from '@amity/ui';
import type { VisitSummary } from '@amity/visits';
import { keysetList } from '../http/index.js';
import { visitsAddress } from './visits.api.js';

@Injectable()
export class VisitsStore {
  private readonly question = inject(FilterState).question('q', 'direction');
  readonly list = keysetList<VisitSummary>(
    () => visitsAddress,
    () => this.question(),
  );
}
