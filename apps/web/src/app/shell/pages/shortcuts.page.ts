import { Component } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { PageHeader } from '@amity/ui';

@Component({
  selector: 'amity-shortcuts-page',
  imports: [PageHeader, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <amity-page-header [heading]="t('frame.shortcuts.title')">{{ t('frame.shortcuts.sentence') }}</amity-page-header>
      @for (group of groups; track group.key) {
        <section class="card">
          <h2>{{ t('frame.shortcuts.' + group.key) }}</h2>
          <dl>
            @for (shortcut of group.shortcuts; track shortcut.key) {
              <dt>
                @for (key of shortcut.keys; track key) {
                  <kbd>{{ key }}</kbd>
                }
              </dt>
              <dd>{{ t('frame.shortcuts.' + shortcut.key) }}</dd>
            }
          </dl>
        </section>
      }
    </ng-container>
  `,
  styles: `
    section {
      max-inline-size: var(--measure);
      margin-block-end: var(--space-4);
    }

    dl {
      display: grid;
      grid-template-columns: max-content 1fr;
      gap: var(--space-2) var(--space-6);
      margin-block-start: var(--space-3);
    }

    dd {
      margin: 0;
    }

    dt {
      display: flex;
      gap: var(--space-1);
    }
  `,
})
export class ShortcutsPage {
  protected readonly groups = [
    {
      key: 'everywhere',
      shortcuts: [
        { key: 'palette', keys: ['Ctrl', 'K'] },
        { key: 'help', keys: ['?'] },
        { key: 'close', keys: ['Esc'] },
      ],
    },
    {
      key: 'lists',
      shortcuts: [
        { key: 'down', keys: ['j'] },
        { key: 'up', keys: ['k'] },
        { key: 'open', keys: ['Enter'] },
        { key: 'select', keys: ['x'] },
      ],
    },
  ] as const;
}
