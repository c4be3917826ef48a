import { describe, expect, it } from '@jest/globals';
import { vormVan } from './vorm.ts';

describe('the form of a list', () => {
  it.each([
    [undefined, 'json'],
    ['*/*', 'json'],
    ['image/png', 'json'],
    ['text/csv', 'csv'],
    ['text/csv; charset=utf-8', 'csv'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'html'],
    ['application/json, text/html;q=0.5', 'json'],
    ['text/html;q=0.2, text/csv;q=0.7', 'csv'],
    ['text/html;q=0', 'json'],
    ['TEXT/HTML', 'html'],
  ])('that %j asks for is %s', (accept, vorm) => {
    expect(vormVan(accept)).toBe(vorm);
  });
});
