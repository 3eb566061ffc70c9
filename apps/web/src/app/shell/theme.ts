// Light, dark, or as the system is set. The choice is remembered on this device and set on <html data-theme>.
import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const remembered = 'amity.theme';

@Injectable({ providedIn: 'root' })
export class ThemeChoice {
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<Theme>('system');
  readonly current = this.chosen.asReadonly();

  constructor() {
    const before = this.document.defaultView?.localStorage.getItem(remembered);
    this.use(themes.find((theme) => theme === before) ?? 'system');
  }

  use(theme: Theme): void {
    this.chosen.set(theme);
    if (theme === 'system') delete this.document.documentElement.dataset['theme'];
    else this.document.documentElement.dataset['theme'] = theme;
    this.document.defaultView?.localStorage.setItem(remembered, theme);
  }
}
