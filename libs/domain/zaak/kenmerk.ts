/**
 * A number of the council's papers in one spelling, for search only: `22B1783`, `22bb1783` and
 * `22bb001783` find each other, and so do `21bo5701` and `21bb5701` (a typing error that occurs).
 * The number itself is kept exactly as written, and none is ever refused (DOMAIN §4).
 */
export function normaalKenmerk(kenmerk: string): string {
  const klein = kenmerk.trim().toLowerCase();
  const [, jaar, nummer] = /^(\d{2})b[bo]?0*(\d+)$/.exec(klein) ?? [];
  return jaar && nummer ? `${jaar}bb${nummer}` : klein;
}
