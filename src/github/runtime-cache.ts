import type { KeptRuntime } from '../services/runtime.js';

/**
 * Keeps the installed runtime between runs with GitHub's cache. A cache that cannot be had costs time, nothing else.
 * The client is loaded here and not before: it is large.
 */
export function runtimeCache(say: (line: string) => void): KeptRuntime {
  return {
    async restore(folder, key) {
      try {
        const { isFeatureAvailable, restoreCache } = await import('@actions/cache');
        return isFeatureAvailable() && (await restoreCache([folder], key)) !== undefined;
      } catch (error) {
        say(`the runtime was not taken from the cache: ${String(error)}`);
        return false;
      }
    },
    async save(folder, key) {
      try {
        const { isFeatureAvailable, saveCache } = await import('@actions/cache');
        if (isFeatureAvailable()) await saveCache([folder], key);
      } catch (error) {
        say(`the runtime was not put into the cache: ${String(error)}`);
      }
    },
  };
}
