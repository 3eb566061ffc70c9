// The start page of the area as its address asks for it: indicators and surveys, of one delegation or of all.
import { inject, Injectable } from '@angular/core';
import type { Indicator, Wave } from '@amity/outcomes';
import { FilterState } from '@amity/ui';
import { keysetList } from '../http/index.js';
import { indicatorsAddress, wavesAddress } from './outcomes.api.js';

@Injectable()
export class OutcomesStore {
  private readonly filters = inject(FilterState);
  private readonly question = this.filters.question('delegationId');

  readonly delegationId = this.filters.value('delegationId');
  readonly indicators = keysetList<Indicator>(
    () => indicatorsAddress,
    () => this.question(),
  );
  readonly surveys = keysetList<Wave>(
    () => wavesAddress,
    () => this.question(),
  );

  ask(delegationId: string | null): void {
    void this.filters.set({ delegationId });
  }
}
