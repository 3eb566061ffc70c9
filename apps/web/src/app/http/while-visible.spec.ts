import { jest } from '@jest/globals';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { whileVisible } from './while-visible.js';

@Component({ template: '' })
class Page {
  readonly looks = signal(0);

  constructor() {
    whileVisible(1_000, () => this.looks.update((n) => n + 1));
  }
}

describe('a page that looks again by itself', () => {
  const seen = jest.spyOn(document, 'visibilityState', 'get');

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('looks while it is seen, not while it is hidden, at once when it is seen again, and never after it is gone', () => {
    seen.mockReturnValue('visible');
    const page = TestBed.createComponent(Page);
    const looks = page.componentInstance.looks;
    jest.advanceTimersByTime(3_000);
    expect(looks()).toBe(3);
    seen.mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    jest.advanceTimersByTime(10_000);
    expect(looks()).toBe(3);
    seen.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(looks()).toBe(4);
    page.destroy();
    document.dispatchEvent(new Event('visibilitychange'));
    jest.advanceTimersByTime(10_000);
    expect(looks()).toBe(4);
  });
});
