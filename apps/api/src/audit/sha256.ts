import { createHash } from 'node:crypto';
import type { Sha256 } from '@amity/audit';

export const sha256: Sha256 = (previous, text) =>
  createHash('sha256').update(Buffer.from(previous, 'hex')).update(text, 'utf8').digest('hex');
