/** Whether the bad variant of a case is measured: `--env VARIANT=bad`. */
export const isBad = process.env.VARIANT === 'bad';

/** What `--env GROWTH=yes` adds to every case: a growth limit out of reach, as configurations before leak detection had. */
export const watched = process.env.GROWTH === 'yes' ? { growth: { maxPercent: 1_000_000 } } : {};
