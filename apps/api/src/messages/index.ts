export * from './mail.entity.js';
export * from './messages.module.js';
export * from './outbox.js';
export * from './forwarding.js';
