import type { KeptRuntime } from '../services/runtime.js';

/**
 * Keeps the installed runtime between runs in GitHub's cache. An unavailable cache only costs time. The client is
 * large, so it is loaded lazily, here.
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
