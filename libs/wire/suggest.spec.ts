import { describe, expect, it } from '@jest/globals';
import { nearest } from './suggest.ts';

describe('the nearest word', () => {
  const wijken = ['tarwewijk', 'pernis', 'pendrecht-zuidwijk', 'hillesluis'];

  it.each([
    ['tarwewyk', 'tarwewijk'],
    ['tarwewijkk', 'tarwewijk'],
    ['atrwewijk', 'tarwewijk'],
    ['TARWEWIJK', 'tarwewijk'],
    ['prnis', 'pernis'],
    ['pendrecht-zuidwk', 'pendrecht-zuidwijk'],
  ])('to %s is %s', (word, wanted) => {
    expect(nearest(word, wijken)).toBe(wanted);
  });

  it.each(['', 'x', 'perni', 'pxrnx', 'tarwe', 'wijk', 'x'.repeat(10_000)])(
    'to %p is none when too much is different',
    (word) => {
      expect(nearest(word, ['hillesluis', 'pendrecht-zuidwijk', 'wo'])).toBeUndefined();
    },
  );

  it('is the one with the fewest slips', () => {
    expect(nearest('bloemhoff', ['bloemhof', 'bloemhoek'])).toBe('bloemhof');
  });
});
