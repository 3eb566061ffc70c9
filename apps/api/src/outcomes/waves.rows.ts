import type { HouseRule } from '@amity/delegations';
import type { Id, LocalDate } from '@amity/kernel';
import { publishedFlow, waveState, type Item, type RawSheet, type RawWave, type Scale, type Wave, type WaveMoment } from '@amity/outcomes';

export interface WaveRow {
  readonly id: Id;
  readonly delegation_id: Id;
  readonly delegation_name: string;
  readonly delegation_rule: HouseRule;
  readonly moment: WaveMoment;
  readonly opens_on: LocalDate;
  readonly closes_on: LocalDate;
  readonly version: number;
  readonly instrument_id: Id;
  readonly instrument_key: string;
  readonly edition: number;
  readonly instrument_name: string;
  readonly invited: number;
  readonly answered: number;
  readonly without_email: number;
}

export interface AnsweredWaveRow extends WaveRow {
  readonly adapted_from: string | null;
  readonly scales: Scale[];
  readonly items: Item[];
  readonly sheets: RawSheet[];
}

export function toWave(row: WaveRow, today: LocalDate): Wave {
  return {
    id: row.id,
    delegationId: row.delegation_id,
    delegationName: row.delegation_name,
    instrument: { id: row.instrument_id, key: row.instrument_key, edition: row.edition, name: row.instrument_name },
    moment: row.moment,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    state: waveState({ opensOn: row.opens_on, closesOn: row.closes_on }, today),
    flow: publishedFlow(row.invited, row.answered),
    withoutEmail: row.without_email,
    version: row.version,
  };
}

export function toRawWave(row: AnsweredWaveRow, today: LocalDate): RawWave {
  return {
    wave: toWave(row, today),
    instrument: { key: row.instrument_key, adaptedFrom: row.adapted_from, scales: row.scales, items: row.items },
    invited: row.invited,
    rule: row.delegation_rule,
    sheets: row.sheets,
  };
}
