// Is every requirement met on these nights? A passed check counts from the day it was made through its last good day; a
// failed one voids every pass made before or on that day. An adult is whoever signed up as one or is 18 by that night; a
// child without a birthday counts as an adult, because nothing is waived for want of a date.
import { addDays, type Id, type Interval, type LocalDate } from '@amity/kernel';
import type { CheckFacts, ClearanceReason, MemberFacts, RequirementFacts, ScreeningFacts } from './facts.js';
import type { ScreeningCell } from './screening.contract.js';

/** The day `months` calendar months later; the month's last day where that day does not exist. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(first.toISOString().slice(0, 10), Math.min(date, last) - 1);
}

/** The day somebody turns 18. */
export function adultFrom(birthDate: LocalDate): LocalDate {
  return addMonths(birthDate, 18 * 12);
}

/** The last day on which a check is good: its own or the requirement's, whichever comes first; null when it never runs out. */
export function lastGoodDay(
  requirement: Pick<RequirementFacts, 'validMonths'>,
  check: Pick<CheckFacts, 'checkedOn' | 'validUntil'>,
): LocalDate | null {
  const limit = requirement.validMonths === null ? null : addDays(addMonths(check.checkedOn, requirement.validMonths), -1);
  if (limit === null || check.validUntil === null) return limit ?? check.validUntil;
  return limit < check.validUntil ? limit : check.validUntil;
}

interface Subject {
  readonly requirement: RequirementFacts;
  readonly member: MemberFacts | null;
  /** The nights on which this subject needs the requirement. */
  readonly nights: Interval<LocalDate>;
}

/** Every requirement with everybody it asks on these nights; a child who turns 18 meanwhile is asked from that night. */
function subjects(facts: ScreeningFacts, nights: Interval<LocalDate>): Subject[] {
  return facts.requirements.flatMap((requirement): Subject[] => {
    if (requirement.scope === 'household') return [{ requirement, member: null, nights }];
    return facts.members.flatMap((member) => {
      const from = requirement.scope === 'adult' ? countsAsAdultFrom(member, nights.from) : nights.from;
      return from < nights.to ? [{ requirement, member, nights: { from, to: nights.to } }] : [];
    });
  });
}

function countsAsAdultFrom({ relation, birthDate }: MemberFacts, first: LocalDate): LocalDate {
  if (relation !== 'child' || birthDate === null) return first;
  const birthday = adultFrom(birthDate);
  return birthday > first ? birthday : first;
}

interface Standing {
  readonly status: 'met' | 'missing' | 'lapsed' | 'failed';
  /** The first night without a good check. */
  readonly failsOn: LocalDate | null;
  /** The newest check that counts. */
  readonly check: CheckFacts | null;
  readonly validUntil: LocalDate | null;
}

/** How a subject stands over its nights. Checks made after `today` do not count yet. */
function standing({ requirement, member, nights }: Subject, all: readonly CheckFacts[], today: LocalDate | undefined): Standing {
  const own = all.filter((c) => c.requirementKey === requirement.key && c.memberId === (member?.id ?? null));
  const failedOn = latest(own.filter((c) => c.outcome === 'failed'))?.checkedOn ?? '';
  const passes = own.filter((c) => c.outcome === 'passed' && c.checkedOn > failedOn && (today === undefined || c.checkedOn <= today));
  const newest = latest(passes);
  if (!newest) {
    const failure = latest(own.filter((c) => c.outcome === 'failed'));
    return { status: failure ? 'failed' : 'missing', failsOn: nights.from, check: failure, validUntil: null };
  }
  const failsOn = firstUncovered(requirement, passes, nights);
  return { status: failsOn === null ? 'met' : 'lapsed', failsOn, check: newest, validUntil: endOf(requirement, passes) };
}

function firstUncovered(requirement: RequirementFacts, passes: readonly CheckFacts[], nights: Interval<LocalDate>): LocalDate | null {
  const byDate = [...passes].sort((a, b) => (a.checkedOn < b.checkedOn ? -1 : 1));
  let night = nights.from;
  for (const pass of byDate) {
    if (pass.checkedOn > night) continue;
    const end = lastGoodDay(requirement, pass);
    if (end === null) return null;
    if (end >= night) night = addDays(end, 1);
  }
  return night < nights.to ? night : null;
}

/** The last day on which any of the passes is good; null when one never runs out. */
function endOf(requirement: RequirementFacts, passes: readonly CheckFacts[]): LocalDate | null {
  const ends = passes.map((pass) => lastGoodDay(requirement, pass));
  return ends.includes(null) ? null : (ends.reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b), null) ?? null);
}

function latest(checks: readonly CheckFacts[]): CheckFacts | null {
  return checks.reduce<CheckFacts | null>((best, check) => (best && best.checkedOn >= check.checkedOn ? best : check), null);
}

/** What stands against the household on these nights, by screening alone; empty when every requirement is met throughout. */
export function screeningReasons(facts: ScreeningFacts, nights: Interval<LocalDate>, today?: LocalDate): ClearanceReason[] {
  const reasons: ClearanceReason[] = [];
  if (facts.requirements.length === 0) reasons.push({ code: 'no_requirements', params: {} });
  if (!facts.members.some((m) => m.relation !== 'child')) reasons.push({ code: 'no_adult', params: {} });
  for (const { name, relation, birthDate } of facts.members)
    if (relation === 'child' && birthDate === null) reasons.push({ code: 'age_unknown', params: { member: name }, memberName: name });
  for (const subject of subjects(facts, nights)) {
    const { status, failsOn } = standing(subject, facts.checks, today);
    if (status === 'met' || failsOn === null) continue;
    const { requirement, member } = subject;
    reasons.push({
      code: ({ missing: 'check_missing', failed: 'check_failed', lapsed: 'check_lapses' } as const)[status],
      params: { requirement: requirement.label, member: member?.name ?? '', date: failsOn },
      failsOn,
      requirementKey: requirement.key,
      ...(member ? { memberName: member.name } : {}),
    });
  }
  return reasons;
}

/** The checklist on one day: requirement × person. */
export function screeningOn(day: LocalDate, facts: ScreeningFacts): ScreeningCell[] {
  return subjects(facts, { from: day, to: addDays(day, 1) }).map((subject) => {
    const { status, check, validUntil } = standing(subject, facts.checks, day);
    const memberId: Id | null = subject.member?.id ?? null;
    return { requirementKey: subject.requirement.key, memberId, status, checkedOn: check?.checkedOn ?? null, validUntil };
  });
}

/** The first day on which something that is met on the checklist no longer is; null when nothing lapses. */
export function lapsesOn(cells: readonly ScreeningCell[]): LocalDate | null {
  const ends = cells.flatMap(({ status, validUntil }) => (status === 'met' && validUntil !== null ? [addDays(validUntil, 1)] : []));
  return ends.sort()[0] ?? null;
}
