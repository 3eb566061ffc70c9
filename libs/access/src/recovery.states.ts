// What may become of a request to remove a lost second factor. Every end is an end: whoever still needs it asks again.
import { transitions } from '@amity/kernel';

export const recoveryStates = transitions({
  open: ['done', 'refused', 'stopped', 'expired'],
  done: [],
  refused: [],
  stopped: [],
  expired: [],
});
