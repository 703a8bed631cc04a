/** Settings of a server that memory-bench starts. */
export interface QdrantSettings {
  readonly host: string;
  readonly httpPort: number;
  readonly grpcPort: number;
  /** Existing folder for storage and snapshots, as the server sees it. */
  readonly folder: string;
  readonly apiKey: string;
}

/** The settings as environment variables of a server. */
export function environmentOf({ host, httpPort, grpcPort, folder, apiKey }: QdrantSettings): Record<string, string> {
  return {
    QDRANT__SERVICE__HOST: host,
    QDRANT__SERVICE__HTTP_PORT: String(httpPort),
    QDRANT__SERVICE__GRPC_PORT: String(grpcPort),
    QDRANT__SERVICE__API_KEY: apiKey,
    QDRANT__STORAGE__STORAGE_PATH: `${folder}/storage`,
    QDRANT__STORAGE__SNAPSHOTS_PATH: `${folder}/snapshots`,
    QDRANT__TELEMETRY_DISABLED: 'true',
  };
}
