import { Directive, effect, inject, input, TemplateRef, ViewContainerRef } from '@angular/core';
import type { Permission } from '@amity/access';
import { SessionStore } from './session.store.js';

/** `<button *amityCan="'placements.place'">`: drawn only for people who hold the permission. */
@Directive({ selector: '[amityCan]' })
export class Can {
  readonly amityCan = input.required<Permission>();

  constructor() {
    const session = inject(SessionStore);
    const template = inject(TemplateRef);
    const container = inject(ViewContainerRef);
    effect(() => {
      container.clear();
      if (session.can(this.amityCan())) container.createEmbeddedView(template);
    });
  }
}
