import { NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { weigering } from '@wijkspoor/domain';
import type { Weigeringscode } from '@wijkspoor/domain';
import { BadInput, RevisionConflict, Unavailable } from '@wijkspoor/kernel';
import { compile, probleem } from '@wijkspoor/wire';
import { NotFound } from './not-found.ts';
import { problemCodes, problemOf } from './problem.ts';
import { refusals } from './refusals.ts';

/** Every fact that a refusal of the rules may carry. */
const facts = {
  zaakId: 'zaak-7',
  aanmelding: { bron: 'balie', id: '113' },
  verschillen: ['/tekst', '/themas/0'],
  status: 'in-behandeling',
  einde: '2026-04-13',
  afgesprokenOp: '2026-04-20',
  datum: '2026-03-01',
  ontvangenOp: '2026-03-02',
  vandaag: '2026-04-13',
  startdatum: '2026-03-02',
  door: 'hub:wijkhub',
  mag: ['wijk-mt', 'wethouder'],
};

describe('a problem', () => {
  const codes = Object.keys(refusals) as Weigeringscode[];

  it.each(codes)('tells what is the matter and what to do about it: %s', (code) => {
    const told = problemOf(weigering(code, facts));
    expect(told.detail).toMatch(/^[A-Z0-9z].*\.$/);
    expect(told.detail).not.toMatch(/undefined|\[object/);
    expect(told).toMatchObject({ ...facts, status: told.status, code });
    expect([404, 409]).toContain(told.status);
  });

  it.each([
    [new BadInput([{ pointer: '/wijken/0', message: 'onbekend' }]), 400, 'ongeldige-invoer'],
    [new NotFound('wijk-onbekend', 'bedoelt u pernis?'), 404, 'wijk-onbekend'],
    [new NotFoundException(), 404, 'pad-onbekend'],
    [new Unavailable('nobody answers'), 503, 'tijdelijk-niet-beschikbaar'],
    [new RevisionConflict('zaak-7', 3, 4), 503, 'te-druk-op-deze-zaak'],
    [new TypeError('x is not a function'), 500, 'interne-fout'],
    ['just a text', 500, 'interne-fout'],
  ])('is made of whatever goes wrong: %s', (error, status, code) => {
    const told = problemOf(error);
    expect(told).toMatchObject({ status, code, type: `/problemen/${code}` });
    expect(compile(probleem)(told)).toEqual({ value: told });
    expect(problemCodes).toContain(code);
  });

  it('gives nothing away of what nobody expected', () => {
    const told = problemOf(new Error('select * from zaken where tekst = $1'));
    expect(JSON.stringify(told)).not.toContain('select');
  });

  it('keeps the status of the answer apart from that of the case', () => {
    expect(problemOf(weigering('zaak-niet-te-heropenen', facts))).toMatchObject({
      status: 409,
      detail: 'zaak-7 is in-behandeling en hoeft niet heropend te worden.',
    });
  });
});
