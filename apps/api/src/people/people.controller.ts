import type { MemberActor } from '@amity/access';
import { AuditPage } from '@amity/audit';
import { Id, PageQuery } from '@amity/kernel';
import { PeopleQuery, Person, PersonDraft, PersonPage } from '@amity/people';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { CurrentActor } from '../http/current-actor.js';
import { IfMatch } from '../http/if-match.js';
import { Returns } from '../http/returns.js';
import { People } from './people.service.js';

@Controller('people')
export class PeopleController {
  constructor(private readonly people: People) {}

  @Get()
  @Can('people.read')
  @Returns(PersonPage)
  list(@CurrentActor() actor: MemberActor, @Query({ schema: PeopleQuery }) query: PeopleQuery) {
    return this.people.list(actor, query);
  }

  @Post()
  @Can('people.edit')
  @Returns(Person, 201)
  add(@CurrentActor() actor: MemberActor, @Body({ schema: PersonDraft }) draft: PersonDraft) {
    return this.people.add(actor, draft);
  }

  @Get(':id')
  @Can('people.read')
  @Returns(Person)
  get(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id) {
    return this.people.get(actor, id);
  }

  @Put(':id')
  @Can('people.edit')
  @Returns(Person)
  change(
    @CurrentActor() actor: MemberActor,
    @Param('id', { schema: Id }) id: Id,
    @IfMatch() version: number,
    @Body({ schema: PersonDraft }) draft: PersonDraft,
  ) {
    return this.people.change(actor, id, version, draft);
  }

  @Get(':id/timeline')
  @Can('people.read')
  @Returns(AuditPage)
  timeline(@CurrentActor() actor: MemberActor, @Param('id', { schema: Id }) id: Id, @Query({ schema: PageQuery }) page: PageQuery) {
    return this.people.timeline(actor, id, page);
  }
}
