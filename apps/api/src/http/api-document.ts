import { Controller, Get, Header, Injectable } from '@nestjs/common';
import { Public } from './can.js';

/** The OpenAPI document as JSON. It describes the whole application, so it is written once that is there. */
@Injectable()
export class ApiDocument {
  json = '';
}

@Controller('openapi.json')
export class ApiDocumentController {
  constructor(private readonly document: ApiDocument) {}

  @Get()
  @Public('whoever builds on the api reads first what it offers')
  @Header('content-type', 'application/json')
  read(): string {
    return this.document.json;
  }
}
