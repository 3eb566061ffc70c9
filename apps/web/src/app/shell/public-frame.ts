// The frame of pages for people without an account: 16 px, one column, the organization's name, the language,
// and a promise about data at the foot. A page sets the organization it speaks for with `PublicOrganization`.
import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import lockIcon from '@material-symbols/svg-400/rounded/lock.svg';
import { Icon } from '@amity/ui';
import { PublicOrganization } from '../access/index.js';
import { LanguageMenu } from '../language/index.js';

export { PublicOrganization };

@Component({
  selector: 'amity-public-frame',
  imports: [Icon, LanguageMenu, RouterOutlet, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <header class="no-print">
        <strong>{{ organization.name() ?? 'Amity' }}</strong>
        <amity-language-menu />
      </header>
      <main><router-outlet /></main>
      <footer>
        <p><amity-icon [svg]="lockIcon" /> {{ t('frame.trust') }}</p>
      </footer>
    </ng-container>
  `,
  styleUrl: './public-frame.css',
})
export class PublicFrame {
  protected readonly organization = inject(PublicOrganization);
  protected readonly lockIcon = lockIcon;
}
