import { UsageError } from '../errors.js';
import { secretsIn } from '../output/environment-secrets.js';
import { keepSecret } from '../output/secrets.js';
import type { AutomaticQdrant, QdrantSource } from './config.js';
import type { qdrantKinds } from './qdrant-kinds.js';

/** Settings of the Qdrant servers, as given in flags or in a file. */
export interface QdrantWish {
  readonly source?: (typeof qdrantKinds)[number] | undefined;
  readonly version?: string | undefined;
  readonly url?: string | undefined;
  readonly binary?: string | undefined;
}

/** Version of the embedded server, and default version of the release or image. */
const defaultQdrantVersion = '1.16.3';

/**
 * Resolves the source of the servers. Flags that name a source replace all of the file's settings, except the version
 * and the address that the source `url` needs.
 * @throws UsageError if settings are missing, unusable or mutually exclusive.
 */
export function qdrantSource(
  flags: QdrantWish,
  file: QdrantWish,
  { apiKey, order }: { apiKey: string | undefined; order: readonly AutomaticQdrant[] },
): QdrantSource {
  const isNamed = (flags.source ?? flags.url ?? flags.binary) !== undefined;
  const { source: kind = 'auto', url, binary } = isNamed ? withAddress(flags, file) : file;
  if (url !== undefined && binary !== undefined) {
    throw new UsageError('a URL and a program of your own exclude each other (qdrant-url, qdrant-binary)', {
      remedy: 'Give one of them.',
    });
  }
  const version = checkVersion(flags.version ?? file.version ?? defaultQdrantVersion);
  if (kind === 'url' && url === undefined) {
    throw new UsageError('the Qdrant source url was chosen, but no URL was given', {
      remedy: 'Give it with qdrant-url, such as http://127.0.0.1:6333.',
    });
  }
  if (kind !== 'auto' && kind !== 'url' && (url ?? binary) !== undefined) {
    throw new UsageError(`the Qdrant source ${kind} and a URL or program of your own exclude each other`, {
      remedy: 'Leave one of them out.',
    });
  }
  if (binary !== undefined) return { kind: 'binary', path: binary };
  if (url !== undefined) return urlSource(url, apiKey);
  if (kind === 'auto') return { kind, version, order };
  if (kind === 'release' || kind === 'docker') return { kind, version };
  return { kind: kind === 'none' ? 'none' : 'embedded' };
}

function withAddress(flags: QdrantWish, file: QdrantWish): QdrantWish {
  return flags.source === 'url' && flags.binary === undefined ? { ...flags, url: flags.url ?? file.url } : flags;
}

function urlSource(url: string, apiKey: string | undefined): QdrantSource {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new UsageError(`qdrant-url ${withoutPassword(url)} is no http(s) URL`, {
      remedy: 'Such as http://127.0.0.1:6333.',
    });
  }
  keepSecret(...secretsIn({ url }));
  return { kind: 'url', url, apiKey: apiKey ?? process.env.QDRANT_API_KEY };
}

/** Masks a password in an address: it may be too short for the redaction elsewhere to recognise. */
function withoutPassword(url: string): string {
  return url.replace(/\/\/[^/]*@/, '//***@');
}

function checkVersion(version: string): string {
  const bare = version.replace(/^v/, '');
  if (/^\d+\.\d+\.\d+$/.test(bare)) return bare;
  throw new UsageError(`${version} is no version of Qdrant`, {
    remedy: `Give three numbers, such as ${defaultQdrantVersion}.`,
  });
}
