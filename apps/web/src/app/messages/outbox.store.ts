// The outbox as it stands. It looks again by itself while it is seen; once somebody loaded older letters it leaves the list alone,
// because the list would jump back to its first page under the reader's eyes.
import { computed, inject, Injectable, signal } from '@angular/core';
import type { OutboxMessage } from '@amity/messages';
import { FilterState } from '@amity/ui';
import { keysetList, whileVisible } from '../http/index.js';

const address = '/api/messages/outbox';
const lookAgainEvery = 10_000;

@Injectable()
export class OutboxStore {
  private readonly filters = inject(FilterState);
  private readonly older = signal(false);

  readonly list = keysetList<OutboxMessage>(() => address);
  /** Id of the open letter; it stands in the address. */
  readonly openId = this.filters.value('letter');
  readonly open = computed(() => this.list.items().find(({ id }) => id === this.openId()) ?? null);

  constructor() {
    whileVisible(lookAgainEvery, () => {
      if (!this.older() && !this.list.loading()) this.list.reload();
    });
  }

  show(id: string | null): Promise<boolean> {
    return this.filters.set({ letter: id });
  }

  loadMore(): void {
    this.older.set(true);
    this.list.loadMore();
  }

  lookAgain(): void {
    this.older.set(false);
    this.list.reload();
  }
}
