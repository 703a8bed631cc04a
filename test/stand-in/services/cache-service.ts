import { randomUUID } from 'node:crypto';
import type { World } from '../world.ts';
import type { Blobs } from './blobs.ts';
import type { TwirpCall, TwirpService } from './twirp.ts';

interface Entry {
  readonly id: number;
  readonly repository: string;
  readonly branch: string;
  readonly key: string;
  readonly version: string;
  readonly blob: string;
  finalized: boolean;
}

/** `github.actions.results.api.v1.CacheService`, what @actions/cache saves to. A run sees its own branch's entries and the default branch's. */
export function cacheService(world: World, blobs: Blobs): TwirpService {
  const entries: Entry[] = [];
  const find = (call: TwirpCall, key: string, version: unknown, exact: boolean) => {
    const { repository, headBranch } = call.run;
    const seen = entries.filter(
      (entry) => entry.finalized && entry.repository === repository.fullName && entry.version === version,
    );
    for (const branch of [headBranch, repository.defaultBranch]) {
      const found = seen.findLast(
        (entry) => entry.branch === branch && (exact ? entry.key === key : entry.key.startsWith(key)),
      );
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    CreateCacheEntry: {
      required: ['key', 'version'],
      optional: ['metadata'],
      handle: async (call) => {
        const key = String(call.body.key);
        const version = String(call.body.version);
        const { repository, headBranch: branch } = call.run;
        const taken = entries.some(
          (entry) =>
            entry.repository === repository.fullName &&
            entry.branch === branch &&
            entry.key === key &&
            entry.version === version,
        );
        if (taken) return { ok: false, message: 'cache entry with the same key, version, and scope already exists' };
        const entry = {
          id: world.nextId(),
          repository: repository.fullName,
          branch,
          key,
          version,
          blob: `cache/${randomUUID()}`,
          finalized: false,
        };
        entries.push(entry);
        return { ok: true, signed_upload_url: await blobs.uploadUrl(entry.blob) };
      },
    },
    FinalizeCacheEntryUpload: {
      required: ['key', 'size_bytes', 'version'],
      optional: ['metadata'],
      handle: async ({ body, run }) => {
        const entry = entries.find(
          ({ key, version, branch }) => key === body.key && version === body.version && branch === run.headBranch,
        );
        if (entry === undefined || (await blobs.size(entry.blob)) !== Number(body.size_bytes)) return { ok: false };
        entry.finalized = true;
        return { ok: true, entry_id: String(entry.id) };
      },
    },
    GetCacheEntryDownloadURL: {
      required: ['key', 'version'],
      optional: ['metadata', 'restore_keys'],
      handle: async (call) => {
        const { key, restore_keys, version } = call.body;
        const prefixes = Array.isArray(restore_keys) ? restore_keys.map(String) : [];
        const found =
          find(call, String(key), version, true) ??
          prefixes.reduce<Entry | undefined>((entry, prefix) => entry ?? find(call, prefix, version, false), undefined);
        if (found === undefined) return { ok: false };
        return { ok: true, signed_download_url: await blobs.downloadUrl(found.blob), matched_key: found.key };
      },
    },
  };
}
