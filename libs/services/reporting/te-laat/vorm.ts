/** In what form a list is answered. */
export type Vorm = 'json' | 'csv' | 'html';

const vormen: Readonly<Record<string, Vorm>> = {
  'application/json': 'json',
  'text/csv': 'csv',
  'text/html': 'html',
};

/**
 * The form that a client likes best of those there are: its highest `q`, and of equals the first.
 * Who says nothing that we know, or does not mind, gets JSON.
 */
export function vormVan(accept = ''): Vorm {
  const wensen = accept.split(',').map((deel) => {
    const [soort = '', ...parameters] = deel.split(';').map((tekst) => tekst.trim().toLowerCase());
    return { vorm: vormen[soort], q: gewicht(parameters) };
  });
  const [beste] = wensen.filter(({ vorm, q }) => vorm && q > 0).toSorted((a, b) => b.q - a.q);
  return beste?.vorm ?? 'json';
}

function gewicht(parameters: readonly string[]): number {
  const q = parameters.find((parameter) => parameter.startsWith('q='));
  return q === undefined ? 1 : Number(q.slice(2)) || 0;
}
