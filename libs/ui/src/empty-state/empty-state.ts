// Where something belongs and nothing is yet: a small line drawing, one sentence on what goes here, the action that makes the first.
import { Component, input } from '@angular/core';

@Component({
  selector: 'amity-empty-state',
  template: `
    <svg
      viewBox="0 0 120 72"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      @switch (drawing()) {
        @case ('bridge') {
          <path d="M4 58h112M16 58V48a44 40 0 0 1 88 0v10M16 44h88M38 44v14M60 44v14M82 44v14" />
          <path class="accent" d="M24 67q6-4 12 0t12 0 12 0 12 0 12 0 12 0" />
        }
        @case ('list') {
          <path d="M26 12h68v50H26zM40 26h40M40 38h40M40 50h24" />
          <path class="accent" d="M86 50h20M96 40v20" />
        }
        @case ('house') {
          <path d="M28 34 60 10l32 24M36 30v32h48V30M52 62V44h16v18" />
          <path class="accent" d="M84 18q6-8 14-4M94 30q6-2 10 2" />
        }
        @case ('calendar') {
          <path d="M26 16h68v48H26zM26 30h68M44 10v12M76 10v12" />
          <path class="accent" d="M50 46l8 8 14-14" />
        }
        @case ('letter') {
          <path d="M24 18h72v44H24zM24 20l36 26 36-26" />
          <path class="accent" d="M6 30h10M2 42h14M8 54h8" />
        }
        @case ('closed') {
          <path d="M42 34h36v30H42zM48 34v-8a12 12 0 0 1 24 0v8" />
          <path class="accent" d="M60 46v8" />
        }
        @case ('lost') {
          <path d="M60 10v54M60 16h30l8 7-8 7H60M60 36H34l-8 7 8 7h26M46 64h28" />
          <path class="accent" d="M12 20q6-6 12 0M98 56q6-6 12 0" />
        }
        @case ('chart') {
          <path d="M26 10v52h72" />
          <path class="accent" d="M34 52l16-14 14 8 24-26" />
        }
      }
    </svg>
    <p>{{ sentence() }}</p>
    <div class="actions"><ng-content /></div>
  `,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      gap: var(--space-3);
      padding: var(--space-10) var(--space-4);
      text-align: center;
    }

    svg {
      inline-size: 7.5rem;
      color: var(--color-line-strong);
    }

    .accent {
      stroke: var(--color-amber);
    }

    p {
      max-inline-size: 30rem;
      color: var(--color-ink-soft);
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      align-items: center;
      gap: var(--space-2);
    }

    .actions:empty {
      display: none;
    }
  `,
})
export class EmptyState {
  readonly sentence = input.required<string>();
  readonly drawing = input<'bridge' | 'list' | 'house' | 'calendar' | 'letter' | 'closed' | 'lost' | 'chart'>('list');
}
