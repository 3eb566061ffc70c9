// When an instrument is given, seen from the visit. The order is the order in time.
import { issue } from '@amity/kernel';
import * as z from 'zod';

export const waveMoments = ['pre', 'post', 'months_3', 'months_6', 'months_12'] as const;
export const WaveMoment = z.enum(waveMoments, issue('moment_missing')).meta({ id: 'WaveMoment' });
export type WaveMoment = z.infer<typeof WaveMoment>;
