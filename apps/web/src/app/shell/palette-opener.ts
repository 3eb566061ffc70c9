import { Dialog } from '@angular/cdk/dialog';
import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

/** Opens the palette; its code comes when it is first needed. */
@Injectable({ providedIn: 'root' })
export class PaletteOpener {
  private readonly dialog = inject(Dialog);
  private readonly words = inject(TranslocoService);

  async open(): Promise<void> {
    if (this.dialog.openDialogs.length > 0) return;
    const { Palette } = await import('./palette.js');
    this.dialog.open(Palette, { panelClass: 'palette', ariaLabel: this.words.translate('frame.palette.label') });
  }
}
