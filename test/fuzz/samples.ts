/** Valid texts of the formats that are parsed, to be mutated. */

export const configText = {
  json: JSON.stringify({
    suite: 'full',
    scenarios: ['bench/*.mjs', 'builtin'],
    filter: '^search/',
    repeats: 3,
    env: { A: 1 },
    qdrant: { source: 'release', version: '1.16.3' },
    budgets: { '**': { rss_delta_mb: 5 } },
    thresholds: { 'a/*': { rss_delta_mb: { absolute: 1 } } },
    commands: [{ name: 'a', description: 'b', command: ['node', 'c.mjs'], iterations: 3 }],
    failOn: ['leak'],
  }),
  yaml: [
    'suite: full',
    'scenarios: [bench/*.mjs, builtin]',
    'repeats: 3',
    'budgets:',
    '  "**": { rss_delta_mb: 5 }',
    'thresholds: &x',
    '  "a/*":',
    '    rss_delta_mb: { absolute: 1 }',
    'env: { A: "b" }',
  ].join('\n'),
  aliases: [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    'b: &b [*a, *a, *a, *a, *a, *a, *a, *a]',
    'c: &c [*b, *b, *b, *b, *b, *b, *b, *b]',
    'd: &d [*c, *c, *c, *c, *c, *c, *c, *c]',
    'e: [*d, *d, *d, *d, *d, *d, *d, *d]',
  ].join('\n'),
};

const repository = { id: 1, full_name: 'acme/search', default_branch: 'main' };
const sha = 'a'.repeat(40);

export const payloads = [
  { repository, pull_request: { number: 1, head: { sha, repo: repository }, base: { ref: 'main', sha } } },
  {
    repository,
    workflow_run: {
      id: 1,
      run_attempt: 1,
      event: 'pull_request',
      html_url: 'https://github.com/acme/search/actions/runs/1',
      head_sha: sha,
      head_branch: 'patch',
      head_repository: repository,
    },
  },
  { repository, merge_group: { head_sha: sha, base_sha: sha, base_ref: 'refs/heads/main' } },
];

const reading = {
  rssBytes: 1,
  anonBytes: 1,
  fileBytes: 1,
  heapLiveBytes: 1,
  externalBytes: 1,
  arrayBuffersBytes: 1,
  nativeBytes: 1,
};
const stretch = { before: reading, after: reading, peakRssBytes: 2, peakAnonBytes: 1 };
const columns = { durationMs: [1], rssBytes: [1], heapBytes: [1], nativeBytes: [1] };

export const workerMessages = [
  { type: 'phase', phase: 'measure' },
  { type: 'quiesce', point: 'after' },
  { type: 'growth', iterations: columns },
  {
    type: 'memory',
    report: {
      cold: stretch,
      steady: stretch,
      gc: { count: 1, pauseMs: 1, allocatedBytes: 1, heapPeakBytes: 1 },
      iterations: columns,
      unsettled: ['before'],
    },
  },
  { type: 'failed', phase: 'setup', message: 'it broke', stack: 'Error: it broke\n    at a' },
];

const callFrame = { functionName: 'f', scriptId: '1', url: 'file:///a/b.mjs', lineNumber: 1, columnNumber: 1 };
const leaf = { callFrame, selfSize: 10, id: 2, children: [] };

export const records = {
  sites: {
    alive: {
      callFrame: { ...callFrame, functionName: '(root)', url: '' },
      selfSize: 0,
      id: 1,
      children: [leaf, { ...leaf, id: 3, children: [leaf] }],
    },
    allocated: leaf,
    buffers: [
      { stack: [{ functionName: 'g', url: 'file:///a/b.mjs', line: 1, column: 2 }], allocatedBytes: 5, aliveBytes: 3 },
    ],
    strayBufferBytes: 1,
  },
  allocations: {
    functions: [{ functionName: 'f', url: 'file:///a/b.mjs', line: 1, column: 1 }],
    nodes: [
      { function: 0, count: 1, bytes: 8 },
      { function: 0, parent: 0, count: 2, bytes: 16 },
    ],
  },
};

/** A snapshot in which a Map of a module holds a string; `~` stands for nodes that the one before does not have. */
export const snapshotText = JSON.stringify({
  snapshot: {
    meta: {
      node_fields: ['type', 'name', 'id', 'self_size', 'edge_count', 'trace_node_id', 'detachedness'],
      node_types: [['hidden', 'array', 'string', 'object', 'code', 'closure', 'synthetic'], 'string'],
      edge_fields: ['type', 'name_or_index', 'to_node'],
      edge_types: [['context', 'element', 'property', 'internal', 'hidden', 'shortcut', 'weak'], 'string_or_number'],
      location_fields: ['object_index', 'script_id', 'line', 'column'],
    },
    node_count: 5,
    edge_count: 5,
  },
  nodes: [
    [6, 0, 1, 0, 1, 0, 0],
    [5, 1, 3, 64, 1, 0, 0],
    [3, 2, 5, 48, 1, 0, 0],
    [3, 3, 7, 32, 1, 0, 0],
    [2, 4, 9, 80, 1, 0, 0],
  ].flat(),
  edges: [
    [1, 0, 7],
    [3, 5, 14],
    [0, 6, 21],
    [3, 7, 28],
    [2, 7, 7],
  ].flat(),
  trace_function_infos: [],
  trace_tree: [],
  samples: [],
  locations: [7, 3, 1, 2],
  strings: ['', 'run', 'system / Context', 'Map', 'kept text', 'context', 'recent', 'table'],
});

/** The same before the string came. */
export const snapshotBefore = snapshotText.replace('2,4,9,80', '2,4,11,80');

export const heaptrackText = `reading file "a.gz" - please wait, this might take some time...
Debuggee command was: /a/keeps --flag
finished reading file, now analyzing data:

MOST CALLS TO ALLOCATION FUNCTIONS
1000 calls to allocation functions with 10.00M peak consumption from
  keep_for_ever
    at keeps.c:6
    in /a/keeps
  main
    at keeps.c:20
    in /a/keeps

PEAK MEMORY CONSUMERS
10.00M peak memory consumed over 1000 calls from
  keep_for_ever
    at keeps.c:6
    in /a/keeps

MEMORY LEAKS
10.00M leaked over 1000 calls from
  keep_for_ever
    at keeps.c:6
    in /a/keeps

total runtime: 0.01s.
calls to allocation functions: 1001 (100100/s)
temporary memory allocations: 1 (100/s)
peak heap memory consumption: 10.07M
peak RSS (including heaptrack overhead): 14.51M
total memory leaked: 10.00M
`;

export const massifText = `desc: --massif-out-file=a
cmd: /a/keeps --flag
time_unit: i
#-----------
snapshot=0
#-----------
time=0
mem_heap_B=0
mem_heap_extra_B=0
mem_stacks_B=0
heap_tree=empty
#-----------
snapshot=1
#-----------
time=123456
mem_heap_B=30000
mem_heap_extra_B=24
mem_stacks_B=0
heap_tree=peak
n2: 30000 (heap allocation functions) malloc/new/new[], --alloc-fns, etc.
 n1: 20000 0x1091A6: keep_for_ever (keeps.c:6)
  n0: 20000 0x1091F0: main (keeps.c:20)
 n0: 10000 in 3 places, all below massif's threshold (1.00%)
`;

export const rollupText = `55a0-7ffd ---p 00000000 00:00 0    [rollup]
Rss:                1000 kB
Pss:                 900 kB
Pss_Anon:            500 kB
Pss_File:            400 kB
Anonymous:           500 kB
SwapPss:               0 kB
`;
