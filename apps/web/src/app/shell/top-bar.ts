import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import downIcon from '@material-symbols/svg-400/rounded/keyboard_arrow_down.svg';
import checkIcon from '@material-symbols/svg-400/rounded/check.svg';
import searchIcon from '@material-symbols/svg-400/rounded/search.svg';
import { Brand, Icon } from '@amity/ui';
import { SessionStore } from '../access/index.js';
import { AccountMenu } from './account-menu.js';
import { PaletteOpener } from './palette-opener.js';
import { RunningJobs } from './running-jobs.js';

/** Organization, search, what is running, account. */
@Component({
  selector: 'amity-top-bar',
  imports: [AccountMenu, Brand, CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, RouterLink, RunningJobs, TranslocoDirective],
  template: `
    <header *transloco="let t">
      <a class="home" routerLink="/" [attr.aria-label]="t('frame.home')"><amity-brand /></a>
      @if (others().length > 0) {
        <button type="button" class="organization" [cdkMenuTriggerFor]="organizations">
          <span>{{ session.me()?.organization?.name }}</span> <amity-icon [svg]="downIcon" />
        </button>
        <ng-template #organizations>
          <div cdkMenu class="menu">
            @for (organization of session.me()?.organizations; track organization.id) {
              <button cdkMenuItem type="button" (cdkMenuItemTriggered)="switchTo(organization.id)">
                <span class="check">
                  @if (organization.id === session.me()?.organization?.id) {
                    <amity-icon [svg]="checkIcon" />
                  }
                </span>
                {{ organization.name }}
              </button>
            }
          </div>
        </ng-template>
      } @else {
        <span class="organization">
          <span>{{ session.me()?.organization?.name }}</span>
        </span>
      }
      <button type="button" class="search" [attr.aria-label]="t('frame.search.placeholder') + ' Ctrl K'" (click)="palette.open()">
        <amity-icon [svg]="searchIcon" /> <span>{{ t('frame.search.placeholder') }}</span> <kbd>Ctrl K</kbd>
      </button>
      <amity-running-jobs />
      <amity-account-menu />
    </header>
  `,
  styleUrl: './top-bar.css',
})
export class TopBar {
  protected readonly session = inject(SessionStore);
  protected readonly palette = inject(PaletteOpener);
  private readonly router = inject(Router);

  protected readonly downIcon = downIcon;
  protected readonly searchIcon = searchIcon;
  protected readonly checkIcon = checkIcon;
  protected readonly others = computed(
    () => this.session.me()?.organizations.filter(({ id }) => id !== this.session.me()?.organization.id) ?? [],
  );

  protected async switchTo(id: string): Promise<void> {
    await this.session.switchTo(id);
    await this.router.navigateByUrl('/');
  }
}
