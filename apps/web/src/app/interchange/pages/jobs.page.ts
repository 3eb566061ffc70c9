// What runs in the background and how the last jobs ended.
import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { EmptyState, FilterState, Icon, PageHeader, ProblemNotice, Skeleton } from '@amity/ui';
import refreshIcon from '@material-symbols/svg-400/rounded/refresh.svg';
import { Formats } from '../../language/index.js';
import { JobCard } from '../components/job-card.js';
import { JobHistoryStore } from '../job.history.store.js';

@Component({
  selector: 'amity-jobs-page',
  imports: [EmptyState, Icon, JobCard, PageHeader, ProblemNotice, Skeleton, TranslocoDirective],
  providers: [JobHistoryStore],
  templateUrl: './jobs.page.html',
  styleUrl: './jobs.page.css',
})
export class JobsPage {
  protected readonly store = inject(JobHistoryStore);
  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);

  protected readonly refreshIcon = refreshIcon;
  /** The job a link leads to; it stands out. */
  protected readonly wanted = inject(FilterState).value('job');
  protected readonly sentence = computed(() => {
    const count = this.store.runningCount();
    if (count === 0) return this.words.translate('interchange.jobs.idle');
    return this.words.translate(`interchange.jobs.running.${count === 1 ? 'one' : 'other'}`, { count: this.formats.number(count) });
  });
}
