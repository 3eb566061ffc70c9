// The list of delegations as the address asks for it.
import { computed, inject, Injectable } from '@angular/core';
import type { Delegation } from '@amity/delegations';
import { FilterState } from '@amity/ui';
import { keysetList } from '../http/index.js';
import { delegationsAddress } from './delegations.api.js';

@Injectable()
export class DelegationsStore {
  private readonly question = inject(FilterState).question('q', 'direction', 'state', 'partnershipId');
  /** Only some are asked for: an empty list then does not mean that there are none. */
  readonly narrowed = computed(() => Object.values(this.question()).some((values) => values.length > 0));
  readonly list = keysetList<Delegation>(
    () => delegationsAddress,
    () => this.question(),
  );
}
