/** Whether the bad variant of a case is measured: `--env VARIANT=bad`. */
export const isBad = process.env.VARIANT === 'bad';

/**
 * The unreachable growth limit that `--env GROWTH=yes` adds to a case. Without one, older versions do not look for
 * leaks. They reject it if a case plans fewer than 14 iterations.
 */
export const watched = process.env.GROWTH === 'yes' ? { growth: { maxPercent: 1_000_000 } } : {};
