/** Whether the bad variant of a case is measured: `--env VARIANT=bad`. */
export const isBad = process.env.VARIANT === 'bad';

/**
 * What `--env GROWTH=yes` adds to a case: a growth limit out of reach, without which older versions look for no leak.
 * They refuse it where a case plans less than 14 iterations.
 */
export const watched = process.env.GROWTH === 'yes' ? { growth: { maxPercent: 1_000_000 } } : {};
