// Families for a guest, best first: the score, what fits, and the one thing that stands against it. Only a cleared family can
// be asked; for the others every reason is one click away.
import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Candidate, Candidates, Guest } from '@amity/placements';
import { EmptyState, Icon, Skeleton } from '@amity/ui';
import blockIcon from '@material-symbols/svg-400/rounded/block.svg';
import bedIcon from '@material-symbols/svg-400/rounded/bed.svg';
import doneIcon from '@material-symbols/svg-400/rounded/check.svg';
import infoIcon from '@material-symbols/svg-400/rounded/info.svg';
import petsIcon from '@material-symbols/svg-400/rounded/pets.svg';
import speakIcon from '@material-symbols/svg-400/rounded/translate.svg';
import { Formats } from '../../language/index.js';
import { GuestWords } from '../guest-words.js';

@Component({
  selector: 'amity-candidate-list',
  imports: [EmptyState, Icon, RouterLink, Skeleton, TranslocoDirective],
  templateUrl: './candidate-list.html',
  styleUrl: './candidate-list.css',
})
export class CandidateList {
  protected readonly words = inject(GuestWords);
  protected readonly formats = inject(Formats);
  readonly guest = input.required<Guest>();
  /** Null while they are asked for. */
  readonly candidates = input.required<Candidates | null>();
  readonly mayPlace = input(false);
  readonly working = input(false);
  readonly placed = output<Candidate>();
  protected readonly icons = { bed: bedIcon, block: blockIcon, done: doneIcon, info: infoIcon, pets: petsIcon, speak: speakIcon };
}
