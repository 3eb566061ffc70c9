import { Controller, Get, Header, type INestApplication, Injectable } from '@nestjs/common';
import { Public } from './can.js';
import { describeApi } from './openapi.js';

/** The OpenAPI document as JSON. It describes the whole application and takes half a second, so it is written when first asked for. */
@Injectable()
export class ApiDocument {
  private app?: INestApplication;
  private text?: Promise<string>;

  describes(app: INestApplication): void {
    this.app = app;
  }

  json(): Promise<string> {
    return (this.text ??= this.write());
  }

  private async write(): Promise<string> {
    if (!this.app) throw new Error('The document is asked for before it knows its application.');
    return JSON.stringify(await describeApi(this.app));
  }
}

@Controller('openapi.json')
export class ApiDocumentController {
  constructor(private readonly document: ApiDocument) {}

  @Get()
  @Public('whoever builds on the api reads first what it offers')
  @Header('content-type', 'application/json')
  read(): Promise<string> {
    return this.document.json();
  }
}
