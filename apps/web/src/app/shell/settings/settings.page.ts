// What an organization decides about itself: one tab for each page the reader may open. On a phone the tabs scroll sideways.
import { Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type Tab, Tabs } from '@amity/ui';
import { SessionStore } from '../../access/index.js';
import { settingsPages } from './settings.routes.js';

@Component({
  selector: 'amity-settings-frame',
  imports: [RouterOutlet, Tabs, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <amity-tabs class="no-print" [label]="t('nav.settings')" [tabs]="tabs()" />
      <router-outlet />
    </ng-container>
  `,
})
export class SettingsFrame {
  private readonly session = inject(SessionStore);
  private readonly translations = inject(TranslocoService);

  protected readonly tabs = computed((): Tab[] =>
    settingsPages
      .filter(({ permission }) => this.session.can(permission))
      .map(({ path, label }) => ({ link: path, label: this.translations.translate(label) })),
  );
}
