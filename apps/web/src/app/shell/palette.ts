// Ctrl-K: type a few letters, Enter goes there. For now it knows the places of the rail and the actions of the frame.
import { DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import jobsIcon from '@material-symbols/svg-400/rounded/progress_activity.svg';
import helpIcon from '@material-symbols/svg-400/rounded/keyboard.svg';
import searchIcon from '@material-symbols/svg-400/rounded/search.svg';
import signOutIcon from '@material-symbols/svg-400/rounded/logout.svg';
import themeIcon from '@material-symbols/svg-400/rounded/contrast.svg';
import { Icon } from '@amity/ui';
import { can } from '../access/index.js';
import { Navigation } from './navigation.store.js';
import { SignOut } from './sign-out.js';
import { ThemeChoice, themes } from './theme.js';

interface Command {
  readonly id: string;
  readonly words: string;
  readonly icon: string;
  readonly run: () => unknown;
}

@Component({
  selector: 'amity-palette',
  imports: [Icon, TranslocoDirective],
  templateUrl: './palette.html',
  styleUrl: './palette.css',
})
export class Palette {
  private readonly dialog = inject(DialogRef);
  private readonly router = inject(Router);
  private readonly navigation = inject(Navigation);
  private readonly theme = inject(ThemeChoice);
  private readonly seesJobs = can('interchange.see_jobs');
  private readonly leave = inject(SignOut);
  private readonly transloco = inject(TranslocoService);

  protected readonly searchIcon = searchIcon;
  protected readonly typed = signal('');
  protected readonly at = signal(0);

  private readonly commands = computed<readonly Command[]>(() => [
    ...this.navigation.entries().map(({ path, key, icon }) => ({
      id: path,
      words: this.transloco.translate(key),
      icon,
      run: () => this.router.navigateByUrl(`/${path}`),
    })),
    ...(this.seesJobs()
      ? [
          {
            id: 'jobs',
            words: this.transloco.translate('frame.jobs.all'),
            icon: jobsIcon,
            run: () => this.router.navigateByUrl('/interchange/jobs'),
          },
        ]
      : []),
    {
      id: 'help',
      words: this.transloco.translate('frame.shortcuts.title'),
      icon: helpIcon,
      run: () => this.router.navigateByUrl('/shortcuts'),
    },
    ...themes
      .filter((theme) => theme !== this.theme.current())
      .map((theme) => ({
        id: theme,
        words: this.transloco.translate(`frame.themes.${theme}`),
        icon: themeIcon,
        run: () => this.theme.use(theme),
      })),
    { id: 'sign-out', words: this.transloco.translate('frame.signOut'), icon: signOutIcon, run: () => this.leave.now() },
  ]);

  protected readonly found = computed(() => {
    const letters = plain(this.typed());
    return this.commands().filter(({ words }) => plain(words).includes(letters));
  });
  protected readonly current = computed(() => this.found()[Math.min(this.at(), this.found().length - 1)]);

  protected type(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.typed.set(event.target.value);
    this.at.set(0);
  }

  protected key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const count = Math.max(this.found().length, 1);
      this.at.update((at) => (at + step + count) % count);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const command = this.current();
      if (command) this.run(command);
    }
  }

  protected run(command: Command): void {
    this.dialog.close();
    command.run();
  }
}

/** Letters only: neither case nor accents matter when somebody is in a hurry. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
