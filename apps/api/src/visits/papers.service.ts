import type { Actor } from '@amity/access';
import { contentDisposition, safeFileName } from '@amity/documents';
import type { Id } from '@amity/kernel';
import { Injectable, StreamableFile } from '@nestjs/common';
import { PdfEngine } from '../documents/index.js';
import { Itineraries } from './itineraries.service.js';
import { paperOf } from './itinerary.paper.js';

/** The pocket itinerary on paper. */
@Injectable()
export class Papers {
  constructor(
    private readonly itineraries: Itineraries,
    private readonly pdf: PdfEngine,
  ) {}

  async itinerary(actor: Actor, visitId: Id, isDraft: boolean): Promise<StreamableFile> {
    const { number, publishedAt, content } = await this.itineraries.forPaper(actor, visitId, isDraft);
    const paper = paperOf(content, { number, publishedAt });
    const pdf = await this.pdf.render('itinerary', paper, {
      title: paper.title,
      language: 'en',
      ...(publishedAt ? { createdAt: publishedAt } : {}),
    });
    const name = safeFileName(`${content.title} ${number === null ? 'draft' : `version ${number}`}`, 'pdf');
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: contentDisposition('attachment', name),
      length: pdf.byteLength,
    });
  }
}
