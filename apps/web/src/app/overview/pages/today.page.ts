// The first page of the morning: who is here, where they sleep, what the day holds, and what only a person can settle.
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { PageHeader, ProblemNotice, Skeleton } from '@amity/ui';
import { can } from '../../access/index.js';
import { Formats } from '../../language/index.js';
import { DayTimeline } from '../components/day-timeline.js';
import { FirstSteps } from '../components/first-steps.js';
import { Moves } from '../components/moves.js';
import { NeedList } from '../components/need-list.js';
import { Tonight } from '../components/tonight.js';
import { OverviewStore } from '../overview.store.js';

@Component({
  selector: 'amity-today-page',
  imports: [DayTimeline, FirstSteps, Moves, NeedList, PageHeader, ProblemNotice, RouterLink, Skeleton, Tonight, TranslocoDirective],
  providers: [OverviewStore],
  templateUrl: './today.page.html',
  styleUrl: './today.page.css',
})
export class TodayPage {
  protected readonly store = inject(OverviewStore);
  protected readonly formats = inject(Formats);
  protected readonly mayPlan = can('delegations.edit');

  protected readonly inTown = computed(() => {
    const day = this.store.day();
    return (day?.delegations ?? []).filter(
      ({ direction, arrivesOn, departsOn }) =>
        direction === 'inbound' && arrivesOn <= (day?.today ?? '') && departsOn >= (day?.today ?? ''),
    );
  });
  protected readonly bedless = computed(() =>
    (this.store.day()?.needs ?? []).reduce((sum, need) => sum + (need.kind === 'bed' ? need.count : 0), 0),
  );
  protected readonly begins = computed(() => {
    const known = this.store.day()?.beginnings;
    return known !== undefined && (known.delegations === 0 || known.partnerships + known.households === 0);
  });
  protected readonly clocks = computed(() => {
    const day = this.store.day();
    if (!day) return [];
    const time = (zone: string) => this.formats.moment(day.now, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    const homes = this.inTown().flatMap(({ partner }) => (partner ? [{ name: partner.name, time: time(partner.zone) }] : []));
    return [{ name: null, time: time(day.organization.zone) }, ...homes];
  });
}
