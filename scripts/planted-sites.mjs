// The sites of the planted regression, as a sites pass would record them before and after fastembed copies the output
// of larger batches.
const kibibyte = 1024;
const ours = 'memory-bench/scenarios/pipeline';
const embedding = 'node_modules/fastembed/lib/esm/fastembed.js';
const tensors = 'node_modules/onnxruntime-common/dist/cjs/tensor-impl.js';
const client = 'node_modules/@qdrant/js-client-rest/dist/esm/qdrant-client.js';
const fetcher = 'node_modules/@qdrant/openapi-typescript-fetch/dist/esm/fetcher.js';

/** Sites of a sample; `batches` is the factor by which the batches are larger than before. */
export function plantedSites(batches) {
  const alive = [objectsKept(), buffersKept()];
  const allocated = [objectsAllocated(batches), buffersAllocated(batches)];
  const frames = [];
  return {
    alive: listOf(alive),
    allocated: listOf(allocated),
    trees: { frames: frames, alive: treeOf(alive, frames), allocated: treeOf(allocated, frames) },
  };
}

/** A call with the KiB it allocates itself. */
function call(name, file, line, kibibytes, ...callees) {
  return { place: { file, line, function: name }, bytes: Math.round(kibibytes * kibibyte), callees };
}

const native = (name, kibibytes, ...callees) => call(name, '', 0, kibibytes, ...callees);

function objectsKept() {
  const request = call('fetchJson', fetcher, 131, 31, native('fetch', 12, native('makeRequest', 17)));
  return native(
    'objects on the heap',
    0,
    call(
      'ingestBatched',
      `${ours}/collection.js`,
      40,
      6,
      call('upsert', `${ours}/collection.js`, 82, 9, call('upsert', client, 577, 5, request)),
    ),
    call('embed', embedding, 205, 13, call('Tensor', tensors, 19, 15)),
    native('processTicksAndRejections', 49, native('emitReadable_', 18), native('writeOrBuffer', 21)),
  );
}

function buffersKept() {
  return native('Buffers and ArrayBuffers', 0, native('Node and native code', 64));
}

function objectsAllocated(batches) {
  const json = call('fetchJson', fetcher, 131, 1906, native('stringify', 3620), native('fetch', 210));
  return native(
    'objects on the heap',
    84,
    call(
      'ingestBatched',
      `${ours}/collection.js`,
      40,
      66,
      call(
        'embedAll',
        `${ours}/embedder.js`,
        24,
        120,
        call(
          'embed',
          embedding,
          205,
          64,
          call('', embedding, 212, 748, native('map', 2008 * batches)),
          call('normalize', embedding, 33, 560, native('map', 992)),
          native('flat', 1992 * batches),
        ),
      ),
      call('upsert', `${ours}/collection.js`, 82, 81, call('upsert', client, 577, 44, json)),
    ),
    native('processTicksAndRejections', 480, native('readableStreamTee', 96)),
  );
}

function buffersAllocated(batches) {
  return native(
    'Buffers and ArrayBuffers',
    0,
    call(
      'ingestBatched',
      `${ours}/collection.js`,
      44,
      0,
      call(
        'embedAll',
        `${ours}/embedder.js`,
        27,
        0,
        call('embed', embedding, 219, 0, call('Tensor', tensors, 43, 4200)),
        call('embed', embedding, 225, 0, call('getEmbeddings', embedding, 241, 9216 * batches)),
      ),
      call('upsert', `${ours}/collection.js`, 84, 0, native('byteLength', 1837)),
    ),
  );
}

/** The tree as `siteTrees` returns it: calls in pre-order, the largest first, and each function once. */
function treeOf(roots, frames) {
  const tree = { depth: [], frame: [], bytes: [] };
  const write = ({ place, bytes, callees }, depth) => {
    const known = frames.findIndex((frame) => JSON.stringify(frame) === JSON.stringify(place));
    tree.depth.push(depth);
    tree.frame.push(known < 0 ? frames.push(place) - 1 : known);
    tree.bytes.push(bytes);
    for (const callee of [...callees].sort((a, b) => totalOf(b) - totalOf(a))) write(callee, depth + 1);
  };
  for (const root of roots) write(root, 0);
  return tree;
}

function totalOf({ bytes, callees }) {
  return callees.reduce((sum, callee) => sum + totalOf(callee), bytes);
}

/** The list as `sitesOf` returns it: bytes belong to the innermost call that is not inside Node. */
function listOf([objects, buffers]) {
  const sites = new Map();
  const walk = (kind, { place, bytes, callees }, callers) => {
    const stack = [place, ...callers];
    const at = stack.find(({ file }) => file !== '') ?? { file: '', line: 0, function: 'Node and native code' };
    const own = stack.find(({ file }) => file !== '' && !file.startsWith('node_modules/'));
    const site = { ...at, kind, ...(own === undefined || own === at ? {} : { caller: own }) };
    const key = JSON.stringify(site);
    sites.set(key, { ...site, bytes: (sites.get(key)?.bytes ?? 0) + bytes });
    for (const callee of callees) walk(kind, callee, stack);
  };
  walk('heap', objects, []);
  walk('buffer', buffers, []);
  return [...sites.values()]
    .filter(({ bytes }) => bytes >= kibibyte)
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 20);
}
