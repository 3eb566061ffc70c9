// A file from the computer: a plain button first, dropping as a convenience. What the file may be is said before it is chosen.
import { Component, computed, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import uploadIcon from '@material-symbols/svg-400/rounded/upload_file.svg';
import { Icon } from '../icon/icon.js';

@Component({
  selector: 'amity-file-drop',
  imports: [Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <div class="zone" [class.over]="over()" (dragover)="hover($event)" (dragleave)="over.set(false)" (drop)="drop($event)">
        <amity-icon [svg]="uploadIcon" />
        <button type="button" class="button" (click)="file.click()">{{ t('ui.file.choose') }}</button>
        <p class="soft small">{{ name() ? name() : help() }}</p>
        <input #file type="file" hidden [accept]="accept()" (change)="choose(file)" />
      </div>
      @if (refused()) {
        <p class="refused" role="alert">{{ t('ui.file.tooLarge', { name: refused(), limit: megabytes() }) }}</p>
      }
    </ng-container>
  `,
  styles: `
    .zone {
      display: grid;
      justify-items: center;
      gap: var(--space-2);
      padding: var(--space-6);
      border: 1.5px dashed var(--color-line-strong);
      border-radius: var(--radius);
      background: var(--color-surface);
      text-align: center;
      --icon-size: 2rem;
    }

    .over {
      border-color: var(--color-accent);
      background: var(--color-accent-soft);
    }

    amity-icon {
      color: var(--color-ink-soft);
    }

    .refused {
      margin-block-start: var(--space-2);
      color: var(--color-brick-ink);
    }
  `,
})
export class FileDrop {
  /** What the system's file dialog shows, for example `.csv,.xlsx`. */
  readonly accept = input('');
  /** What fits, in words. */
  readonly help = input('');
  /** Bytes; a larger file is refused before it travels. */
  readonly limit = input(50 * 1024 * 1024);
  readonly chosen = output<File>();

  protected readonly over = signal(false);
  protected readonly name = signal('');
  protected readonly refused = signal('');
  protected readonly megabytes = computed(() => Math.round(this.limit() / (1024 * 1024)));
  protected readonly uploadIcon = uploadIcon;

  protected hover(event: DragEvent): void {
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.take(event.dataTransfer?.files[0]);
  }

  protected choose(input: HTMLInputElement): void {
    this.take(input.files?.[0]);
    input.value = ''; // the same file, mended, may be chosen again
  }

  private take(file: File | undefined): void {
    if (!file) return;
    const fits = file.size <= this.limit();
    this.refused.set(fits ? '' : file.name);
    if (!fits) return;
    this.name.set(file.name);
    this.chosen.emit(file);
  }
}
