// The instruments Amity ships, as data. The wording is ours; where an idea comes from others, `adaptedFrom` names them.
// An organization gets its own copy on first use and may change it; what people have answered stays as it was.
import type { InstrumentDraft, Item, Scale } from './instrument.contract.js';

export interface ShippedInstrument extends InstrumentDraft {
  readonly key: string;
}

interface Range {
  readonly min: number;
  readonly max: number;
  readonly minLabel: string;
  readonly maxLabel: string;
}

const agree: Range = { min: 1, max: 5, minLabel: 'Not at all', maxLabel: 'Very much' };
const agree7: Range = { min: 1, max: 7, minLabel: 'Not at all', maxLabel: 'Very much' };
const zeroToTen: Range = { min: 0, max: 10, minLabel: 'Certainly not', maxLabel: 'Certainly' };

function scaleItem(key: string, text: string, range: Range, more: Partial<Item> = {}): Item {
  const plain = { help: null, reverse: false, subscale: null, kirkpatrick: null, optional: false, harm: false };
  return { key, kind: 'scale', text, ...range, ...plain, ...more };
}

function textItem(key: string, text: string, help: string, more: Partial<Item> = {}): Item {
  const plain = { reverse: false, subscale: null, kirkpatrick: null, optional: true, harm: false };
  return { key, kind: 'text', text, help, min: 0, max: 0, minLabel: '', maxLabel: '', ...plain, ...more };
}

const total: Scale = { key: 'total', label: 'All items together' };

/** Asked explicitly wherever stories are: an exchange that hurt somebody must hear of it. */
const harm = textItem(
  'harm',
  'Did anything happen that hurt you, frightened you or made you feel small?',
  'You may leave this empty. Your program officer sees only how many people wrote something here, never the words.',
  { harm: true },
);

export const shippedInstruments: readonly ShippedInstrument[] = [
  {
    key: 'program_experience',
    name: 'Program experience',
    about: 'How the visit was, what was learned, what has been used since, and what changed at home.',
    adaptedFrom: 'Kirkpatrick, four levels of evaluation',
    scales: [],
    items: [
      scaleItem('satisfaction', 'The visit was worth the time I gave it.', agree, { kirkpatrick: 1 }),
      scaleItem('learning', 'I learned something I could not have learned at home.', agree, { kirkpatrick: 2 }),
      scaleItem('used_since', 'I have used what I learned.', agree, { kirkpatrick: 3 }),
      scaleItem('changed_at_home', 'Something changed at my workplace, school or group because of this visit.', agree, {
        kirkpatrick: 4,
        help: 'Too early to say? Leave it out.',
        optional: true,
      }),
      harm,
    ],
  },
  {
    key: 'optimal_contact',
    name: 'Optimal contact',
    about: 'Whether people met as equals, with shared goals, working together, and backed by their organizations.',
    adaptedFrom: 'Allport, conditions of contact',
    scales: [
      { key: 'equal_status', label: 'Equal status' },
      { key: 'goals', label: 'Shared goals' },
      { key: 'cooperation', label: 'Cooperation' },
      { key: 'support', label: 'Support' },
      total,
    ],
    items: [
      scaleItem('equal_say', 'People from my side had an equal say in what we did.', agree, { subscale: 'equal_status' }),
      scaleItem('counted_less', 'What my side needed counted for less.', agree, { subscale: 'equal_status', reverse: true }),
      scaleItem('shared_goal', 'We worked toward something both sides wanted.', agree, { subscale: 'goals' }),
      scaleItem('needed_each_other', 'We needed each other to get it done.', agree, { subscale: 'cooperation' }),
      scaleItem('competed', 'Our two sides competed with each other.', agree, { subscale: 'cooperation', reverse: true }),
      scaleItem('leaders_backed', 'The leaders on my side stood behind this exchange.', agree, { subscale: 'support' }),
      scaleItem('discouraged', 'My organization or community discouraged me from getting close.', agree, {
        subscale: 'support',
        reverse: true,
      }),
    ],
  },
  {
    key: 'voice',
    name: 'Voice',
    about: 'Whether people could say hard things and were heard.',
    adaptedFrom: null,
    scales: [total],
    items: [
      scaleItem('hard_things', 'I could say hard things.', agree),
      scaleItem('was_heard', 'When I spoke, I was heard.', agree),
      scaleItem('history', 'The history of my side was taken seriously.', agree),
    ],
  },
  {
    key: 'trust',
    name: 'Trust',
    about: 'Trust in the people of the partner city.',
    adaptedFrom: null,
    scales: [total],
    items: [
      scaleItem('keep_promises', 'The people I met there keep their promises.', agree),
      scaleItem('take_advantage', 'If they could, they would take advantage of us.', agree, { reverse: true }),
      scaleItem('rely_on', 'I would rely on somebody I met there.', agree),
    ],
  },
  {
    key: 'intergroup_anxiety',
    name: 'Ease among the others',
    about: 'How it feels to be the only one from here among people of the partner city.',
    adaptedFrom: 'Stephan and Stephan 1985, intergroup anxiety',
    scales: [total],
    items: [
      scaleItem('nervous', 'Among them, with nobody from home, I would feel nervous.', agree7),
      scaleItem('awkward', 'I would feel awkward.', agree7),
      scaleItem('suspicious', 'I would feel suspicious.', agree7),
      scaleItem('relaxed', 'I would feel relaxed.', agree7, { reverse: true }),
      scaleItem('confident', 'I would feel confident.', agree7, { reverse: true }),
      scaleItem('accepted', 'I would feel accepted.', agree7, { reverse: true }),
    ],
  },
  {
    key: 'efficacy_and_intent',
    name: 'Staying in touch',
    about: 'Whether people can and will keep the ties they made.',
    adaptedFrom: null,
    scales: [
      { key: 'efficacy', label: 'Able to stay in touch' },
      { key: 'intent', label: 'Intends to stay in touch' },
    ],
    items: [
      scaleItem('know_how', 'I know how to reach the people I met.', zeroToTen, { subscale: 'efficacy' }),
      scaleItem('can_keep', 'I can keep in touch with them if I want to.', zeroToTen, { subscale: 'efficacy' }),
      scaleItem('will_contact', 'I will be in touch with at least one of them within 30 days.', zeroToTen, { subscale: 'intent' }),
      scaleItem('will_bring', 'I will bring other people into this exchange.', zeroToTen, { subscale: 'intent' }),
    ],
  },
  {
    key: 'recommendation',
    name: 'Recommendation',
    about: 'One question: would you send a friend?',
    adaptedFrom: 'Net Promoter Score',
    scales: [],
    items: [scaleItem('recommend', 'Would you recommend such a visit to a friend?', zeroToTen)],
  },
  {
    key: 'story',
    name: 'Story',
    about: 'The most significant change in people’s own words, and whether anything did harm.',
    adaptedFrom: 'Most significant change; outcome harvesting',
    scales: [],
    items: [
      textItem(
        'change',
        'What is the most significant change this exchange made, for you or for others?',
        'We may quote this without your name. Leave out anything that would tell who you are.',
        { optional: false },
      ),
      textItem('why', 'Why does this change matter to you?', 'A sentence is enough.'),
      harm,
    ],
  },
];
