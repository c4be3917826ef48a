/**
 * Does something for each item, so many side by side, and gives the results in order. The first
 * error stops what has not begun yet; what is under way is finished before it is thrown.
 */
export async function naastElkaar<In, Uit>(
  items: readonly In[],
  aantal: number,
  doe: (item: In) => Promise<Uit>,
): Promise<Uit[]> {
  const uit: Uit[] = [];
  let volgende = 0;
  let fout = false;
  const werker = async () => {
    while (volgende < items.length && !fout) {
      const i = volgende++;
      uit[i] = await doe(items[i] as In).catch((error: unknown) => {
        fout = true;
        throw error;
      });
    }
  };
  const werkers = await Promise.allSettled(Array.from({ length: aantal }, werker));
  const mislukt = werkers.find((een) => een.status === 'rejected');
  if (mislukt) throw mislukt.reason;
  return uit;
}
