import { afterAll, afterEach, beforeAll, describe } from '@jest/globals';
import { deliveryPromises } from './bus.delivery.ts';
import { poisonPromises } from './bus.poison.ts';
import { Workbench, type OpenedBus } from './bus.workbench.ts';

/** Opens a bus that gives a failing event a few times, within a second in all. */
export type OpenBus = () => Promise<OpenedBus>;

/** Everything that a bus promises. The bus may carry events of others, before and meanwhile. */
export function busContract(name: string, open: OpenBus): void {
  describe(`${name} as a bus`, () => {
    let workbench: Workbench;

    beforeAll(async () => {
      workbench = new Workbench(await open());
    });
    afterEach(() => workbench.endAll());
    afterAll(() => workbench.close());

    describe('delivery', () => deliveryPromises(() => workbench));
    describe('poison', () => poisonPromises(() => workbench));
  });
}
