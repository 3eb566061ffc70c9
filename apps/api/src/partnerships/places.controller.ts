import { PlaceList, PlaceQuery, PointQuery, ZoneAtPoint } from '@amity/partnerships';
import { Controller, Get, Query } from '@nestjs/common';
import { Can } from '../http/can.js';
import { Returns } from '../http/returns.js';
import { Gazetteer } from './gazetteer/gazetteer.js';

@Controller('partnerships/places')
export class PlacesController {
  constructor(private readonly gazetteer: Gazetteer) {}

  @Get()
  @Can('partnerships.read')
  @Returns(PlaceList)
  async search(@Query({ schema: PlaceQuery }) { q, country, limit }: PlaceQuery) {
    return { items: await this.gazetteer.search(q, { limit, ...(country ? { country } : {}) }) };
  }

  @Get('zone')
  @Can('partnerships.read')
  @Returns(ZoneAtPoint)
  zone(@Query({ schema: PointQuery }) { latitude, longitude }: PointQuery) {
    return { zone: this.gazetteer.zoneAt(latitude, longitude) };
  }
}
