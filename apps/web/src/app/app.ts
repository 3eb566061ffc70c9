import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { PageFocus } from './shell/page-focus.js';
import { ThemeChoice } from './shell/theme.js';

@Component({ selector: 'amity-root', imports: [RouterOutlet], template: '<router-outlet />' })
export class App {
  constructor() {
    inject(ThemeChoice);
    inject(PageFocus);
  }
}
