// Where the letter of an invitation leads: who asks, to be what, and the way in. Somebody who is signed in as the invited address
// joins with one press; everybody else gives a name and a password.
import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { AcceptInvitation, type MyInvitation } from '@amity/access';
import { AmityForm, Control, ErrorSummary, Field, ProblemNotice, Skeleton } from '@amity/ui';
import * as z from 'zod';
import { schemaForm } from '../../forms/index.js';
import { Problem } from '../../http/index.js';
import { PublicOrganization } from '../public-organization.js';
import { SessionStore } from '../session.store.js';
import { RoleChoices } from '../users/role.choices.js';
import { tokenOfLetter } from './letter-token.js';
import { LettersApi } from './letters.api.js';

@Component({
  selector: 'amity-invitation-page',
  imports: [AmityForm, Control, ErrorSummary, Field, FormField, ProblemNotice, RouterLink, Skeleton, TranslocoDirective],
  templateUrl: './invitation.page.html',
  styleUrl: './letter-page.css',
})
export class InvitationPage {
  private readonly api = inject(LettersApi);
  private readonly document = inject(DOCUMENT);
  private readonly organization = inject(PublicOrganization);
  private readonly roles = inject(RoleChoices);
  protected readonly session = inject(SessionStore);
  protected readonly token = tokenOfLetter(this.document);

  protected readonly invitation = signal<MyInvitation | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  /** The browser is signed in as the invited address. */
  protected readonly isMine = computed(() => this.session.me()?.account.email === this.invitation()?.email);
  protected readonly isKnown = computed(() => this.form.problem()?.is('access.invitation_for_account') ?? false);
  protected readonly roleNames = computed(() => {
    const { roles = [], customRoles = [] } = this.invitation() ?? {};
    return this.roles.names({ roles, customRoles: customRoles.map((name) => ({ id: name, name })) });
  });
  protected readonly form = schemaForm(
    { name: '', password: '' },
    z
      .custom<{ name: string; password: string }>()
      .transform((typed): z.input<typeof AcceptInvitation> => typed)
      .pipe(AcceptInvitation),
    async (answer) => {
      await this.api.accept(this.token ?? '', answer);
      this.enter();
    },
  );

  constructor() {
    if (this.token !== null) void this.load(this.token);
  }

  protected load(token: string): Promise<void> {
    return this.attempt(async () => {
      const [invitation] = await Promise.all([this.api.invitation(token), this.session.whoAmI()]);
      this.organization.name.set(invitation.organization);
      this.invitation.set(invitation);
    });
  }

  protected join(): Promise<void> {
    return this.attempt(async () => {
      await this.api.join(this.token ?? '');
      this.enter();
    });
  }

  /** A fresh start: everything that was read before belongs to whoever was here before. */
  private enter(): void {
    this.document.defaultView?.location.assign('/');
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    try {
      await work();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal is an answer to the reader
      this.problem.set(failure);
    }
  }
}
