// A page that looks again by itself does so only while somebody can see it; coming back to it looks at once.
import { DestroyRef, DOCUMENT, inject } from '@angular/core';

/** Call it in an injection context. `look` is called every `milliseconds` while the page is visible, until its owner is gone. */
export function whileVisible(milliseconds: number, look: () => void): void {
  const document = inject(DOCUMENT);
  const lookWhenSeen = () => {
    if (document.visibilityState === 'visible') look();
  };
  const timer = setInterval(lookWhenSeen, milliseconds);
  document.addEventListener('visibilitychange', lookWhenSeen);
  inject(DestroyRef).onDestroy(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', lookWhenSeen);
  });
}
