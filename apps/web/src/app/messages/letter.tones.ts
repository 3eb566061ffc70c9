import type { OutboxMessage } from '@amity/messages';
import type { Tone } from '@amity/ui';

/** A letter kept here waits for somebody to hand its link over. */
export const letterTones: Readonly<Record<OutboxMessage['state'], Tone>> = {
  queued: 'calm',
  sent: 'done',
  failed: 'blocked',
  kept: 'waits',
};
