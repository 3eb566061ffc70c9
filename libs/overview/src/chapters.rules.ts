// A chapter's figures are published as any other: counts of one to four people or homes are withheld, and with them what could be
// divided by them (days, nights). A sum adds only what is shown, so a withheld figure cannot be computed from the rest and the sum.
import { isSmall } from '@amity/outcomes';
import type { ChapterFigures } from './chapters.contract.js';

/** As counted in the chapter, before anything is withheld. */
export interface ChapterCounts {
  readonly partnerships: number;
  readonly inbound: number;
  readonly outbound: number;
  readonly travellers: number;
  readonly delegateDays: number;
  readonly homes: number;
  readonly hostNights: number;
}

export function publishedFigures(counts: ChapterCounts): ChapterFigures {
  const [fewPeople, fewHomes] = [isSmall(counts.travellers), isSmall(counts.homes)];
  return {
    partnerships: counts.partnerships,
    inbound: counts.inbound,
    outbound: counts.outbound,
    travellers: fewPeople ? null : counts.travellers,
    delegateDays: fewPeople ? null : counts.delegateDays,
    homes: fewHomes ? null : counts.homes,
    hostNights: fewHomes ? null : counts.hostNights,
  };
}

export function hasWithheld(figures: ChapterFigures): boolean {
  return Object.values(figures).includes(null);
}

/** The sum of what is shown. A person who travelled for two chapters counts in both: nobody compares their people. */
export function totalOf(chapters: readonly ChapterFigures[]): ChapterFigures {
  const sum = (of: (figures: ChapterFigures) => number | null) => chapters.reduce((total, each) => total + (of(each) ?? 0), 0);
  return {
    partnerships: sum((f) => f.partnerships),
    inbound: sum((f) => f.inbound),
    outbound: sum((f) => f.outbound),
    travellers: sum((f) => f.travellers),
    delegateDays: sum((f) => f.delegateDays),
    homes: sum((f) => f.homes),
    hostNights: sum((f) => f.hostNights),
  };
}
