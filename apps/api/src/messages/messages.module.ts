import { Global, Module } from '@nestjs/common';
import { LetterBox } from '../access/index.js';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Forwarding } from './forwarding.js';
import { MailEntity } from './mail.entity.js';
import { MessagesController } from './messages.controller.js';
import { MessagesService } from './messages.service.js';
import { Outbox } from './outbox.js';
import { Postman } from './postman.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([MailEntity])],
  controllers: [MessagesController],
  providers: [MessagesService, Outbox, Postman, Forwarding, { provide: LetterBox, useExisting: Outbox }],
  exports: [Outbox, LetterBox, Forwarding],
})
export class MessagesModule {}
