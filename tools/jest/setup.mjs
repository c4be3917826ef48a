// Temporal is part of the language from Node 26; before that the polyfill stands in for it.
if (globalThis.Temporal === undefined) await import('temporal-polyfill/global');
