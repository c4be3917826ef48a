import { asyncApi } from '@wijkspoor/wire';
import { laadGemeente } from '@wijkspoor/platform';
import { stringify } from 'yaml';

/** Where the description of the topics stands. */
export const documentFile = 'docs/reference/asyncapi.yaml';

/** The description of the topics, for the small invented town. */
export async function asyncApiDocument(): Promise<object> {
  return asyncApi(await laadGemeente('infra/gemeenten/voorbeeldstad'));
}

/** As it stands in the file. */
export async function asyncApiText(): Promise<string> {
  const head =
    '# Made by `npm run asyncapi` from the schemas in libs/wire; a spec keeps it true.\n';
  const document = JSON.parse(JSON.stringify(await asyncApiDocument())) as object;
  return head + stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 });
}
