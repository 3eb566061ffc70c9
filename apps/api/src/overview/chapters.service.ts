// What an umbrella sees of its chapters. Each chapter is counted in a transaction of its own tenant, which asks there once more whether
// the chapter agrees: nothing of one organization is ever read in the transaction of another, and whoever ended it a moment ago is left out.
import type { Actor, MemberActor } from '@amity/access';
import { dayIn, type LocalDate } from '@amity/kernel';
import { type Chapter, type ChapterOverview, type ChaptersQuery, hasWithheld, publishedFigures, totalOf } from '@amity/overview';
import { Injectable } from '@nestjs/common';
import { AffiliationsRepository, type ChapterRow, Organizations } from '../access/index.js';
import { Tenants } from '../database/tenants.js';
import { ChaptersRepository } from './chapters.repository.js';

interface Days {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

@Injectable()
export class Chapters {
  constructor(
    private readonly tenants: Tenants,
    private readonly organizations: Organizations,
    private readonly affiliations: AffiliationsRepository,
    private readonly chapters: ChaptersRepository,
  ) {}

  /** Of the year asked for, or of this one where that has yet to begin; the answer says which days were counted. */
  async overview(actor: MemberActor, query: ChaptersQuery, now: Date): Promise<ChapterOverview> {
    const { rows, today } = await this.tenants.read(actor, async (tx) => ({
      rows: await this.affiliations.chapters(tx),
      today: dayIn((await this.organizations.of(tx)).zone, now),
    }));
    const days = daysOf(query.year, today);
    const chapters: Chapter[] = [];
    for (const row of rows) chapters.push(...(await this.asTold(actor, row, days))); // one after the other: an umbrella of a hundred takes no connection from others
    return {
      ...days,
      chapters,
      total: totalOf(chapters.map(({ figures }) => figures)),
      withheld: chapters.filter(({ figures }) => hasWithheld(figures)).length,
    };
  }

  private asTold(umbrella: Actor, { id, name, slug, since }: ChapterRow, { from, until }: Days): Promise<Chapter[]> {
    const inside: Actor = { kind: 'system', organizationId: id, name: 'overview' };
    return this.tenants.read(inside, async (tx) => {
      if (!(await this.affiliations.isChapterOf(tx, umbrella.organizationId))) return [];
      return [{ id, name, slug, since: since.toISOString(), figures: publishedFigures(await this.chapters.counts(tx, from, until)) }];
    });
  }
}

/** The days of a year that have come. */
function daysOf(year: number | undefined, today: LocalDate): Days {
  const asked = year === undefined ? today.slice(0, 4) : String(year);
  const last = `${asked}-12-31`;
  if (last <= today) return { from: `${asked}-01-01`, until: last };
  return { from: `${today.slice(0, 4)}-01-01`, until: today };
}
