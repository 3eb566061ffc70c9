import type { DelegationState } from '@amity/delegations';
import type { Tone } from '@amity/ui';
import completedIcon from '@material-symbols/svg-400/rounded/done_all.svg';

/** How a delegation's state is drawn. */
export const toneOf: Readonly<Record<DelegationState, Tone>> = {
  planned: 'calm',
  confirmed: 'done',
  completed: 'calm',
  cancelled: 'blocked',
};

/** Over is not the same as still ahead: where the tone's picture would say so. */
export const pictureOf: Readonly<Partial<Record<DelegationState, string>>> = { completed: completedIcon };
