/** Sources of Qdrant servers. `auto` tries the kinds in `QdrantSource.order` one by one. */
export const qdrantKinds = ['auto', 'embedded', 'release', 'docker', 'url', 'none'] as const;
