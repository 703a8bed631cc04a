/** Where Qdrant servers can come from. `auto` tries the kinds of `QdrantSource.order` one after the other. */
export const qdrantKinds = ['auto', 'embedded', 'release', 'docker', 'url', 'none'] as const;
