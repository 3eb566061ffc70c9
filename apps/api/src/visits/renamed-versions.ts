// A version in which somebody was renamed has the hash of what it says now: the old one would let a name be guessed at.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Rewriting } from '../privacy/index.js';
import { hashOf } from './itinerary.snapshot.js';
import type { ItineraryVersionEntity } from './itinerary-version.entity.js';

@Injectable()
export class RenamedVersions implements OnModuleInit {
  constructor(private readonly rewriting: Rewriting) {}

  onModuleInit(): void {
    this.rewriting.follow(
      'visits.itinerary_versions',
      ({ content }) => (content ? { content_hash: hashOf(content as ItineraryVersionEntity['content']) } : {}), // as it came from the column of that type
    );
  }
}
