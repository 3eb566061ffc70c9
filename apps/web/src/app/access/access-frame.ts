// The quiet page around sign-in and set-up: one column for the form; where there is room, the harbor beside it.
import { Component } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Brand } from '@amity/ui';
import { LanguageMenu } from '../language/index.js';

@Component({
  selector: 'amity-access-frame',
  imports: [Brand, LanguageMenu, TranslocoDirective],
  template: `
    <div class="page">
      <header><amity-brand /><amity-language-menu /></header>
      <main class="stack"><ng-content /></main>
    </div>
    <aside *transloco="let t">
      <p>{{ t('access.frame.sentence') }}</p>
      <svg viewBox="0 0 480 260" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" aria-hidden="true">
        <path d="M-10 176h500M70 200V96M410 200V96M70 100q170 128 340 0M-10 150Q40 130 70 100M490 150Q440 130 410 100" />
        <path d="M110 127v49M150 147v29M190 158v18M230 163v13M270 164v12M310 155v21M350 139v37M30 130v46M450 130v46" opacity="0.6" />
        <g class="water">
          <path d="M-10 216q20-10 40 0t40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0" />
          <path d="M30 240q20-10 40 0t40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0" opacity="0.5" />
        </g>
        <circle class="lantern" cx="70" cy="84" r="7" />
        <circle class="lantern" cx="410" cy="84" r="7" />
      </svg>
    </aside>
  `,
  styleUrl: './access-frame.css',
})
export class AccessFrame {}
