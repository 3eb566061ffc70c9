// The quiet mark of a delegation or appointment whose names stay inside: a picture and a word. Public needs no mark.
import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { HouseRule } from '@amity/delegations';
import { StatusChip } from '@amity/ui';
import closedIcon from '@material-symbols/svg-400/rounded/lock.svg';
import chathamIcon from '@material-symbols/svg-400/rounded/visibility_off.svg';

@Component({
  selector: 'amity-house-rule-mark',
  imports: [StatusChip, TranslocoDirective],
  template: `
    @if (rule() !== 'public') {
      <amity-status-chip [svg]="pictures[rule()]" *transloco="let t">{{ t('houseRule.name.' + rule()) }}</amity-status-chip>
    }
  `,
})
export class HouseRuleMark {
  readonly rule = input.required<HouseRule>();
  protected readonly pictures: Readonly<Record<HouseRule, string | null>> = { public: null, chatham: chathamIcon, closed: closedIcon };
}
