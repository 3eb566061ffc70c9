// What must be said beside a figure, whoever reads it: no control group means change, not impact; few people or few answers
// mean little certainty. The report prints these by itself; nobody can leave them out.
import * as z from 'zod';
import type { ResponseFlow } from './figures.contract.js';

export const caveatCodes = ['no_control_group', 'small_sample', 'low_response', 'withheld', 'clustered'] as const;
export const Caveat = z.object({ code: z.enum(caveatCodes), params: z.record(z.string(), z.number()) }).meta({ id: 'Caveat' });
export type Caveat = z.infer<typeof Caveat>;
export type CaveatCode = Caveat['code'];

/** In the words of a report. `{name}` is filled from the caveat's params. */
export const caveatSentences: Readonly<Record<CaveatCode, string>> = {
  no_control_group:
    'These figures show change, not impact: nobody was compared with people who did not take part, and those who travel differ from those who stay.',
  small_sample: 'Only {n} people answered. One answer more or less can move these figures visibly; read the interval, not the point.',
  low_response: 'Only {percent} % of those invited answered. Those who did not answer may think differently.',
  withheld: 'Figures that rest on fewer than five people are withheld, so that nobody can be recognized.',
  clustered: 'People of one delegation share what they lived through. The intervals are narrower than they would be for strangers.',
};

/** Below this many answers the sample is called small. */
const SMALL = 30;
/** Below this share of answers the response is called low. */
const LOW_RESPONSE = 0.6;

/** What to say beside figures of this response; `flow` has passed suppression. */
export function caveatsOf(flow: ResponseFlow, hasWithheld: boolean): Caveat[] {
  const caveats: Caveat[] = [{ code: 'no_control_group', params: {} }];
  if (flow.answered !== null && flow.answered > 0 && flow.answered < SMALL)
    caveats.push({ code: 'small_sample', params: { n: flow.answered } });
  if (flow.rate !== null && flow.rate.share < LOW_RESPONSE)
    caveats.push({ code: 'low_response', params: { percent: Math.round(flow.rate.share * 100) } });
  if (hasWithheld || flow.answered === null) caveats.push({ code: 'withheld', params: {} });
  if (flow.answered === null || flow.answered > 1) caveats.push({ code: 'clustered', params: {} });
  return caveats;
}
