import type { Interaction } from '../api/types';

const TEL = 'tel:';

// Who came in person has no address, and nobody has to read what stands for it.
const NOWHERE = 'walkup:';

/** How one calls a customer: by name, by user, by number, and where nothing is known by the interaction. */
export function nameOf(interaction: Interaction): string {
  const { customer, number } = interaction;
  return customer.name ?? customer.user ?? shortened(customer.address) ?? number;
}

export function shortened(address: string | null): string | null {
  if (address === null || address.startsWith(NOWHERE)) return null;
  return address.startsWith(TEL) ? address.slice(TEL.length) : address;
}
