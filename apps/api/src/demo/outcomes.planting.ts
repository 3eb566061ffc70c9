// What the visit of the artists changed: one indicator that is counted, one that comes from a survey, and the answers to it.
// The survey is still open, for an answer counts only on a day on which its survey is; one guest has yet to answer.
import { IndicatorDraft, MeasurementDraft, WaveDraft, type Answer } from '@amity/outcomes';
import { Indicators, Instruments, InvitationEntity, Surveys, Waves } from '../outcomes/index.js';
import type { PlantedDelegation } from './delegations.planting.js';
import { Consents } from '../privacy/index.js';
import type { Planting } from './program.js';

/** In the order of the roster; null: too early to say. */
const sheets: readonly { readonly answers: readonly [number, number, number, number | null]; readonly harm?: string }[] = [
  { answers: [5, 5, 3, 3] },
  { answers: [4, 5, 4, null] },
  { answers: [5, 4, 4, 4] },
  { answers: [4, 4, 5, 2], harm: 'At the airport I was taken aside for two hours and nobody told me why.' },
  { answers: [5, 5, 3, null] },
  { answers: [5, 4, 4, 3] },
  { answers: [4, 5, 5, 5] },
  { answers: [4, 5, 2, null], harm: 'Somebody in the audience shouted at us. Our hosts were very kind afterwards.' },
  { answers: [5, 4, 4, 3] },
  { answers: [4, 4, 3, null] },
  { answers: [5, 5, 4, 2] },
];

export async function plantOutcomes(planting: Planting, past: PlantedDelegation): Promise<void> {
  const { app, tx } = planting;
  await app.get(Instruments, { strict: false }).copyShipped(tx);
  await plantIndicators(planting, past);
  await plantSurvey(planting, past);
}

async function plantIndicators({ app, tx, day }: Planting, { id: delegationId }: PlantedDelegation): Promise<void> {
  const indicators = app.get(Indicators, { strict: false });
  await indicators.addIn(
    tx,
    IndicatorDraft.parse({
      name: 'Guests who have used what they learned',
      level: 'outcome',
      unit: 'points from 1 to 5',
      baseline: 3,
      target: 4,
      source: 'survey',
      delegationId,
      instrumentKey: 'program_experience',
      measure: 'item:used_since',
      moment: 'post',
    }),
  );
  const works = await indicators.addIn(
    tx,
    IndicatorDraft.parse({
      name: 'Works made together and shown in both cities',
      level: 'output',
      unit: 'works',
      baseline: 0,
      target: 6,
      source: 'measured',
      delegationId,
    }),
  );
  const counted = [
    { value: 3, measuredOn: day(-55), note: 'The mural and two concert pieces, counted after the visit.' },
    { value: 5, measuredOn: day(-20), note: 'Two prints were shown in Essaouira as well.' },
  ];
  for (const measurement of counted) await indicators.measureIn(tx, works.id, MeasurementDraft.parse(measurement));
}

async function plantSurvey({ app, tx, day }: Planting, { id: delegationId, roster }: PlantedDelegation): Promise<void> {
  const instrument = (await app.get(Instruments, { strict: false }).newest(tx)).find(({ key }) => key === 'program_experience');
  if (!instrument) throw new Error('The demo has no survey about the program.');
  const draft = { delegationId, instrumentId: instrument.id, moment: 'post', opensOn: day(-4), closesOn: day(10) };
  // Its delegates came before Amity asked for consents; an organization that begins with Amity asks from the first day
  await app.get(Consents, { strict: false }).require(tx, 'survey', false);
  const wave = await app.get(Waves, { strict: false }).openIn(tx, WaveDraft.parse(draft));
  const invitations = await tx.from(InvitationEntity, 'i').where('i.waveId = :waveId', { waveId: wave.id }).getMany();
  const invitationOf = new Map(invitations.map(({ delegateId, id }) => [delegateId, id]));
  for (const [i, sheet] of sheets.entries()) {
    const invitationId = invitationOf.get(roster[i]?.id ?? '');
    if (!invitationId) throw new Error('The demo answers for somebody who was not asked.');
    await app.get(Surveys, { strict: false }).answerIn(tx, invitationId, { answers: answersOf(sheet) });
  }
}

function answersOf({ answers: [satisfaction, learning, usedSince, changedAtHome], harm }: (typeof sheets)[number]): Answer[] {
  return [
    { key: 'satisfaction', number: satisfaction },
    { key: 'learning', number: learning },
    { key: 'used_since', number: usedSince },
    { key: 'changed_at_home', number: changedAtHome },
    { key: 'harm', text: harm ?? null },
  ];
}
