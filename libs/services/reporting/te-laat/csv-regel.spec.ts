import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvRegel } from './csv-regel.ts';

const gelezen = (regel: string): string[] =>
  parse(regel, { delimiter: ';', record_delimiter: '\r\n' })[0] ?? [];

describe('a line of CSV', () => {
  it.each([
    ['gewoon', 'gewoon'],
    ['a;b', '"a;b"'],
    ['zij zei "ja"', '"zij zei ""ja"""'],
    ['twee\nregels', '"twee\nregels"'],
    ['=1+1', "'=1+1"],
    ['+31 10', "'+31 10"],
    ['-5', "'-5"],
    ['@som', "'@som"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['＝1', "'＝1"],
    [' =1', "' =1"],
    ['x=1', 'x=1'],
    [-5, '-5'],
    [null, ''],
  ])('writes %j as %j', (cel, geschreven) => {
    expect(csvRegel([cel])).toBe(`${geschreven}\r\n`);
  });

  it('comes back as it was, whatever people write, but for the mark that stops a formula', () => {
    const cellen = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(cellen, (rij) => {
        const terug = gelezen(csvRegel(rij));
        expect(terug.map((cel, n) => (cel === rij[n] ? cel : cel.slice(1)))).toEqual(rij);
        for (const cel of terug) expect(cel).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });
});
