// The first administrator of an empty installation. Once somebody exists the api refuses and this page leads to sign-in.
import { Component, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { SetUp } from '@amity/access';
import { TranslocoDirective } from '@jsverse/transloco';
import { AmityForm, Control, ErrorSummary, Field, ProblemNotice } from '@amity/ui';
import { schemaForm } from '../../forms/index.js';
import { Problem } from '../../http/index.js';
import { AccessApi } from '../access.api.js';
import { AccessFrame } from '../access-frame.js';
import { slugOf } from '../slug.js';
import { SessionStore } from '../session.store.js';

const empty = { organizationName: '', slug: '', zone: Intl.DateTimeFormat().resolvedOptions().timeZone, name: '', email: '', password: '' };

@Component({
  selector: 'amity-set-up-page',
  imports: [AccessFrame, AmityForm, Control, ErrorSummary, Field, FormField, ProblemNotice, TranslocoDirective],
  templateUrl: './set-up.page.html',
})
export class SetUpPage {
  private readonly api = inject(AccessApi);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);

  protected readonly zones = Intl.supportedValuesOf('timeZone');
  protected readonly form = schemaForm(empty, SetUp, async (first) => {
    await this.session.setUp(first);
    await this.router.navigateByUrl('/', { replaceUrl: true });
  });

  constructor() {
    void this.leaveWhenDone();
  }

  /** The address follows the name until somebody writes an own one. */
  protected suggestSlug(): void {
    if (this.form.tree.slug().dirty()) return;
    this.form.model.update((typed) => ({ ...typed, slug: slugOf(typed.organizationName) }));
  }

  private async leaveWhenDone(): Promise<void> {
    try {
      const { needed } = await this.api.setUpState();
      if (!needed) await this.router.navigateByUrl('/sign-in', { replaceUrl: true });
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      this.form.problem.set(failure); // offline: the form stays usable and says so
    }
  }
}
