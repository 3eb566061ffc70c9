// Everybody who may sign in here, with their roles, and those who were asked and have not come yet.
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { MemberInvitation, User } from '@amity/access';
import { Cell, type Column, DataTable, EmptyState, FilterChips, FilterState, Icon, PageHeader, ProblemNotice, StatusChip } from '@amity/ui';
import addIcon from '@material-symbols/svg-400/rounded/person_add.svg';
import { keysetList } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { SessionStore } from '../session.store.js';
import { InviteSheet } from './invite-sheet.js';
import { OpenInvitations } from './open-invitations.js';
import { RoleChoices } from './role.choices.js';
import { UserSheet } from './user-sheet.js';
import { invitationsAddress, usersAddress } from './users.api.js';

@Component({
  selector: 'amity-users-page',
  imports: [
    Cell,
    DataTable,
    EmptyState,
    FilterChips,
    Icon,
    InviteSheet,
    OpenInvitations,
    PageHeader,
    ProblemNotice,
    StatusChip,
    TranslocoDirective,
    UserSheet,
  ],
  template: `
    <ng-container *transloco="let t; prefix: 'access.users'">
      <amity-page-header [heading]="t('title')">
        {{ t('sentence') }}
        <button action type="button" class="button primary" (click)="open('new')"><amity-icon [svg]="addIcon" /> {{ t('invite') }}</button>
      </amity-page-header>
      <amity-filter-chips [search]="t('search')" [filters]="[]" />
      <amity-problem-notice [problem]="users.problem()" [retryable]="true" (retry)="users.reload()" />
      <amity-data-table
        name="users"
        [label]="t('title')"
        [columns]="columns()"
        [rows]="users.items()"
        [total]="users.total()"
        [loading]="users.loading()"
        [more]="users.more()"
        [openId]="openId()"
        (opened)="open($event.id)"
        (loadMore)="users.loadMore()"
      >
        <ng-template amityCell="state" let-row>
          <amity-status-chip [tone]="asUser(row).state === 'active' ? 'done' : 'blocked'">{{
            t('state.' + asUser(row).state)
          }}</amity-status-chip>
        </ng-template>
        <amity-empty-state empty [sentence]="t('empty')" />
      </amity-data-table>
      <amity-open-invitations [invitations]="invitations.items()" (changed)="invitations.reload()" />
      @if (openId() === 'new') {
        <amity-invite-sheet [roles]="roles.value()" (closed)="open(null)" (sent)="invitations.reload()" />
      } @else if (opened(); as user) {
        <amity-user-sheet [user]="user" [roles]="roles.value()" (closed)="open(null)" (changed)="show($event)" (removed)="gone($event)" />
      }
    </ng-container>
  `,
})
export class UsersPage {
  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);
  private readonly filters = inject(FilterState);
  private readonly roleChoices = inject(RoleChoices);
  private readonly question = this.filters.question('q');

  protected readonly addIcon = addIcon;
  protected readonly users = keysetList<User>(
    () => usersAddress,
    () => this.question(),
  );
  protected readonly invitations = keysetList<MemberInvitation>(() => invitationsAddress);
  protected readonly roles = this.roleChoices.load();
  protected readonly openId = signal<string | null>(null);
  protected readonly opened = computed(() => this.users.items().find(({ id }) => id === this.openId()) ?? null);
  protected readonly columns = computed((): Column<User>[] => [
    { key: 'name', label: this.word('field.name'), text: (user) => (user.isMe ? `${user.name} (${this.word('you')})` : user.name) },
    { key: 'email', label: this.word('field.email'), text: (user) => user.email },
    { key: 'roles', label: this.word('field.roles'), text: (user) => this.roleChoices.names(user) },
    { key: 'state', label: this.word('field.state') },
    { key: 'lastSeen', label: this.word('field.lastSeen'), text: (user) => this.seen(user) },
  ]);

  protected asUser(row: unknown): User {
    return row as User;
  }

  protected open(id: string | null): void {
    this.openId.set(id);
  }

  protected show(user: User): void {
    this.users.patch((users) => users.map((other) => (other.id === user.id ? user : other)));
  }

  protected gone({ id }: User): void {
    this.open(null);
    this.users.patch((users) => users.filter((other) => other.id !== id));
    this.users.reload();
  }

  private seen({ lastSeenAt }: User): string {
    return lastSeenAt ? this.formats.moment(lastSeenAt, this.session.me()?.organization.zone ?? 'UTC') : this.word('never');
  }

  private word(key: string): string {
    return this.words.translate(`access.users.${key}`);
  }
}
