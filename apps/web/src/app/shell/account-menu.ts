import { CdkMenu, CdkMenuGroup, CdkMenuItem, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import accountIcon from '@material-symbols/svg-400/rounded/shield_person.svg';
import checkIcon from '@material-symbols/svg-400/rounded/check.svg';
import keyboardIcon from '@material-symbols/svg-400/rounded/keyboard.svg';
import signOutIcon from '@material-symbols/svg-400/rounded/logout.svg';
import { Icon } from '@amity/ui';
import { SessionStore } from '../access/index.js';
import { LanguageChoice } from '../language/index.js';
import { initialsOf } from './initials.js';
import { SignOut } from './sign-out.js';
import { ThemeChoice, themes } from './theme.js';

/** Who I am, in which language and light, and the way out. */
@Component({
  selector: 'amity-account-menu',
  imports: [CdkMenu, CdkMenuGroup, CdkMenuItem, CdkMenuItemRadio, CdkMenuTrigger, Icon, RouterLink, TranslocoDirective],
  templateUrl: './account-menu.html',
  styles: `
    .face::before {
      content: attr(data-initials); /* a picture of the name, which the label says in full */
    }

    .face {
      display: grid;
      place-items: center;
      inline-size: 2.25rem;
      block-size: 2.25rem;
      padding: 0;
      border: 0;
      border-radius: 50%;
      background: var(--color-accent-fill);
      color: var(--color-on-accent);
      font-size: 0.8125rem;
      font-weight: 650;
      cursor: pointer;
    }

    .who {
      padding: var(--space-2) var(--space-3);
    }

    .who strong,
    .who span {
      display: block;
    }

    .check {
      inline-size: 1.25rem;
    }
  `,
})
export class AccountMenu {
  protected readonly session = inject(SessionStore);
  protected readonly language = inject(LanguageChoice);
  protected readonly theme = inject(ThemeChoice);
  protected readonly leave = inject(SignOut);

  protected readonly themes = themes;
  protected readonly accountIcon = accountIcon;
  protected readonly checkIcon = checkIcon;
  protected readonly keyboardIcon = keyboardIcon;
  protected readonly signOutIcon = signOutIcon;
  protected readonly initials = computed(() => initialsOf(this.session.me()?.account.name ?? ''));
}
