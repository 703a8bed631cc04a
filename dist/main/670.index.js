export const id = 670;
export const ids = [670];
export const modules = {

/***/ 9670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   configFileSchema: () => (/* binding */ configFileSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(13798);
/* harmony import */ var _compare_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88287);
/* harmony import */ var _measure_profile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26180);
/* harmony import */ var _results_described_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88024);
/* harmony import */ var _results_glob_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97425);
/* harmony import */ var _results_limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38371);
/* harmony import */ var _results_metrics_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(98954);
/* harmony import */ var _results_schema_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5012);
/* harmony import */ var _results_selection_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(78765);
/* harmony import */ var _suite_scenario_schema_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(19507);
/* harmony import */ var _environment_variables_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(29240);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(39252);
/* harmony import */ var _profilers_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(70459);
/* harmony import */ var _qdrant_kinds_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3557);
/* harmony import */ var _site_modes_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(46811);















const oneOf = (names) => zod__WEBPACK_IMPORTED_MODULE_11__/* ["enum"] */ .k5n(names);
const suiteNames = Object.keys(_results_selection_js__WEBPACK_IMPORTED_MODULE_7__/* .suites */ .CW);
const metric = zod__WEBPACK_IMPORTED_MODULE_11__/* ["enum"] */ .k5n(_results_metrics_js__WEBPACK_IMPORTED_MODULE_5__/* .metricNames */ .Zv);
const glob = zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP()
    .min(1)
    .superRefine((written, { addIssue }) => {
    const mistake = (0,_results_glob_js__WEBPACK_IMPORTED_MODULE_3__/* .globMistake */ .fF)(written);
    if (mistake !== undefined) {
        addIssue(`the glob ${shortGlob(written)} cannot be used: ${mistake}; a glob can have ${_results_glob_js__WEBPACK_IMPORTED_MODULE_3__/* .globSyntax */ .aS}`);
    }
});
function shortGlob(written) {
    return JSON.stringify(written.length <= 80 ? written : `${written.slice(0, 79)}…`);
}
/** A record from globs over case ids to a value per metric. */
function byGlob(value) {
    return zod__WEBPACK_IMPORTED_MODULE_11__/* .record */ .g1P(glob, zod__WEBPACK_IMPORTED_MODULE_11__/* .partialRecord */ .jgl(metric, value))
        .refine((globs) => Object.keys(globs).length <= _results_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.globs, `more than ${_results_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.globs} globs`)
        .meta({ maxProperties: _results_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.globs });
}
const kind = oneOf(_qdrant_kinds_js__WEBPACK_IMPORTED_MODULE_12__/* .qdrantKinds */ .w);
const qdrant = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({
    source: kind.optional().describe('Kind of source'),
    version: zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP().optional().describe('Version of the release or image, such as 1.16.3'),
    url: zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP().optional().describe('A server that is there already; its API key is no part of a file'),
    binary: zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP().optional().describe('A qdrant program to start, relative to this file'),
});
/** Schema of `memory-bench.config.*`. Flags and inputs override the file. */
const configFileSchema = zod__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .rej({
    $schema: zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP().optional().describe('For editors'),
    suite: oneOf(suiteNames).optional().describe('Which cases to measure'),
    scenarios: zod__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP())
        .optional()
        .describe('Scenario files, folders and globs, relative to this file; `builtin` for the built-in ones'),
    commands: zod__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YOg(_suite_scenario_schema_js__WEBPACK_IMPORTED_MODULE_8__/* .writtenCommand */ .hE)
        .optional()
        .describe('Scenarios that are programs in any language; without `scenarios` they are all that is measured'),
    filter: zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP().max(_results_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.filter).optional().describe('Regular expression on the case id'),
    tags: zod__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP()).optional().describe('Only cases with one of these tags'),
    skipTags: zod__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP()).optional().describe('No cases with any of these tags'),
    repeats: zod__WEBPACK_IMPORTED_MODULE_11__/* .int */ .Whr().positive().max(_results_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.repeats).optional().describe('Samples per case'),
    maxRepeats: zod__WEBPACK_IMPORTED_MODULE_11__/* .int */ .Whr()
        .positive()
        .max(_results_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.repeats)
        .optional()
        .describe('Most samples of a case that those did not settle; default: 4 times as many'),
    profile: oneOf(_measure_profile_js__WEBPACK_IMPORTED_MODULE_1__/* .profileNames */ .CJ).optional().describe('Measuring profile'),
    timeoutMinutes: zod__WEBPACK_IMPORTED_MODULE_11__/* .number */ .aig()
        .min(_inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .limitInMinutes */ .Mp.least)
        .max(_inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .limitInMinutes */ .Mp.most)
        .optional()
        .describe('End the measuring after so many minutes'),
    nodePath: zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP().optional().describe('The Node program to measure, relative to this file'),
    env: zod__WEBPACK_IMPORTED_MODULE_11__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP().regex(_environment_variables_js__WEBPACK_IMPORTED_MODULE_9__/* .variableName */ .cG), zod__WEBPACK_IMPORTED_MODULE_11__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_11__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_11__/* .boolean */ .zMY()]))
        .optional()
        .describe('Environment variables of the measured process; what is in them is no secret'),
    qdrant: zod__WEBPACK_IMPORTED_MODULE_11__/* .union */ .KCZ([kind, qdrant]).optional().describe('Where Qdrant servers come from'),
    model: zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP().optional().describe('`all-MiniLM-L6-v2`, the name of a fastembed model, or a directory'),
    baseline: zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP().optional().describe('Baseline file, or folder of baselines by environment key'),
    out: zod__WEBPACK_IMPORTED_MODULE_11__/* .string */ .YjP().optional().describe('Folder of results.json, report.md and report.html, relative to this file'),
    leaks: zod__WEBPACK_IMPORTED_MODULE_11__/* .boolean */ .zMY().optional().describe('Whether leaks are looked for; default: true'),
    sites: oneOf(_site_modes_js__WEBPACK_IMPORTED_MODULE_13__/* .siteModes */ .O).optional().describe('Of which cases to record where their memory comes from'),
    profiler: oneOf(_profilers_js__WEBPACK_IMPORTED_MODULE_14__/* .profilers */ .V)
        .optional()
        .describe('Also profile the native memory of the selected cases, each in a separate process'),
    failOn: zod__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YOg(oneOf(_compare_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .failOnKinds */ .B)).optional().describe('What makes the verdict fail'),
    require: zod__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_11__/* ["enum"] */ .k5n(['qdrant', 'model']))
        .optional()
        .describe('Services whose absence is an error'),
    budgets: byGlob((0,_results_described_js__WEBPACK_IMPORTED_MODULE_2__/* .number */ .ai)())
        .optional()
        .describe('Glob on the case id -> metric -> hard limit, in the metric’s own unit'),
    thresholds: byGlob(_results_schema_js__WEBPACK_IMPORTED_MODULE_6__/* .floorsSchema */ .T7)
        .optional()
        .describe('Glob on the case id -> metric -> change that is allowed against the baseline'),
})
    .describe('Configuration of memory-bench.');
//# sourceMappingURL=config-file.js.map

/***/ }),

/***/ 26180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ profileNames),
/* harmony export */   xD: () => (/* binding */ profiles),
/* harmony export */   zI: () => (/* binding */ countingFlags)
/* harmony export */ });
/**
 * Flags of the allocation pass: no optimising compiler. Optimised code merges allocations and leaves some out. When V8
 * optimises a function depends on timing, so counts would differ from what the code allocates.
 */
const countingFlags = ['--max-opt=1'];
/** Makes jemalloc return freed pages at once, so that the server's resident memory is what it uses now. */
const immediateDecay = 'dirty_decay_ms:0,muzzy_decay_ms:0';
const decayed = { MALLOC_CONF: immediateDecay, _RJEM_MALLOC_CONF: immediateDecay };
/** The measuring profiles by name. */
const profiles = {
    /** Node with its defaults; Qdrant returns freed pages at once. */
    default: { nodeFlags: [], qdrantEnv: decayed },
    /** V8 without helper threads: steadier levels, different timing. */
    stable: { nodeFlags: ['--single-threaded'], qdrantEnv: decayed },
    /** Everything as in production, Qdrant's page cache included: what a user would see, with more noise. */
    production: { nodeFlags: [], qdrantEnv: {} },
};
const profileNames = Object.keys(profiles);
//# sourceMappingURL=profile.js.map

/***/ }),

/***/ 76210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ deepestCall),
/* harmony export */   RJ: () => (/* binding */ areFramesThere),
/* harmony export */   Xc: () => (/* binding */ mostCalls),
/* harmony export */   eR: () => (/* binding */ callTreeSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13798);
/* harmony import */ var _described_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88024);


/** Maximum calls in a tree. */
const mostCalls = 300;
/** Maximum depth of a call in a tree. */
const deepestCall = 60;
/** Calls in pre-order, as columns. `outermost` describes those at depth 0. */
function callTreeSchema(outermost) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        depth: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative().max(deepestCall))
            .max(mostCalls)
            .describe(`How deep each call lies: 0 for ${outermost}; a call is below the last one before it that is less deep`),
        frame: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative()).max(mostCalls).describe('Which of the `frames` each call is'),
        bytes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg((0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .amount */ .vj)())
            .max(mostCalls)
            .describe('Bytes of each call itself, and of its callees that are too small to list'),
    })
        .refine(({ depth, frame, bytes }) => depth.length === frame.length && depth.length === bytes.length, 'not as many depths, frames and bytes')
        .refine(({ depth }) => depth.every((deep, index) => deep <= (depth[index - 1] ?? -1) + 1), 'a call that is below no other');
}
/** Whether every call refers to an existing frame. */
function areFramesThere(frames, trees) {
    return trees.every((tree) => tree === undefined || tree.frame.every((index) => index < frames.length));
}
//# sourceMappingURL=call-tree-schema.js.map

/***/ }),

/***/ 88024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ finite),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   UU: () => (/* binding */ name),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   n$: () => (/* binding */ moment),
/* harmony export */   pf: () => (/* binding */ boundedRecord),
/* harmony export */   vj: () => (/* binding */ amount)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13798);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38371);


/** A text, a number or a moment in a document, with its description. */
const text = (description, longest = _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.text) => zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(longest).describe(description);
const name = () => zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.name);
/** Any measurable number; differences of two stay finite. */
const number = () => zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(-_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.number).max(_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.number);
const amount = () => zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative().max(_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.number);
const finite = (description) => number().describe(description);
const moment = (description) => zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$().max(_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.name).describe(`${description}, ISO 8601 in UTC`);
/** A record with a bounded number of fields. */
const boundedRecord = (value, { key = _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.name, fields = _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.entries } = {}) => zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(key), value)
    .refine((record) => Object.keys(record).length <= fields, `more than ${fields} fields`)
    .meta({ maxProperties: fields });
//# sourceMappingURL=described.js.map

/***/ }),

/***/ 98954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M8: () => (/* binding */ isMetricName),
/* harmony export */   Zv: () => (/* binding */ metricNames),
/* harmony export */   u8: () => (/* binding */ metricDefinition),
/* harmony export */   xD: () => (/* binding */ roleAmong)
/* harmony export */ });
/* unused harmony export metricDefinitions */
const window = 'the measured iterations';
const marks = `VmHWM, RssFile, RssShmem and RssAnon in /proc/self/status at the end of every call`;
const status = '/proc/self/status';
const linux = 'Linux';
const glibc = 'Linux with glibc’s own malloc';
const anywhere = 'everywhere';
const liveHeap = 'v8.GCProfiler: used heap at the end of the marking collection that vm.measureMemory starts';
const tree = 'Linux; command scenarios';
const pss = 'Pss of /proc/<pid>/smaps_rollup, summed over the tree: a page that n processes share counts as one n-th in each';
const ownServer = 'Linux, a Qdrant server that memory-bench started';
/** The published metrics, in the order in which they are shown. */
const metricDefinitions = {
    anon_peak_mb: {
        unit: 'MiB',
        class: 'level',
        role: 'primary',
        definition: `greatest anonymous memory of the worker process during ${window}: the high-water mark of each call less the file and shared pages at its start or end, whichever are more`,
        source: marks,
        platform: linux,
    },
    anon_peak_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'primary',
        definition: `anon_peak_mb less the settled anonymous memory before ${window}: what an iteration needs on top`,
        source: marks,
        platform: linux,
    },
    anon_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'primary',
        definition: `change of the worker's resident anonymous memory over ${window}, settled before and after: no mapped files, no shared memory`,
        source: `RssAnon in ${status}`,
        platform: linux,
    },
    file_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'supporting',
        definition: `change of the worker's resident file and shared pages over ${window}: mapped files, code of the node binary, shared memory`,
        source: `RssFile and RssShmem in ${status}`,
        platform: linux,
    },
    peak_rss_mb: {
        unit: 'MiB',
        class: 'level',
        role: 'supporting',
        fallbackFor: 'anon_peak_mb',
        definition: `greatest resident set size of the worker process during ${window}`,
        source: `VmHWM in ${status}, reset with /proc/self/clear_refs before every measured iteration`,
        platform: linux,
        seed: 'Peak resident set size (physical memory) in MB; in fact the greater of start and end',
    },
    current_rss_mb: {
        unit: 'MiB',
        class: 'level',
        role: 'supporting',
        definition: `resident set size of the worker after ${window}, settled`,
        source: `VmRSS in ${status}`,
        platform: anywhere,
        seed: 'Current RSS after operation completes',
    },
    rss_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'supporting',
        fallbackFor: 'anon_delta_mb',
        definition: `change of the resident set size over ${window}, settled before and after`,
        source: `VmRSS in ${status}`,
        platform: anywhere,
        seed: 'Change in RSS during the operation (key metric)',
    },
    peak_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'supporting',
        fallbackFor: 'anon_peak_delta_mb',
        definition: `peak_rss_mb less the settled resident set size before ${window}`,
        source: `VmHWM and VmRSS in ${status}`,
        platform: linux,
    },
    heap_peak_mb: {
        unit: 'MiB',
        class: 'level',
        role: 'supporting',
        definition: `greatest used JavaScript heap during ${window}: read before every garbage collection and at the end; at least the objects alive before and after`,
        source: 'v8.GCProfiler, v8.getHeapStatistics().used_heap_size, and the source of heap_current_mb',
        platform: anywhere,
        seed: 'tracemalloc_peak_mb: peak Python allocations tracked by tracemalloc',
    },
    heap_current_mb: {
        unit: 'MiB',
        class: 'level',
        role: 'supporting',
        definition: `bytes of the JavaScript objects alive after ${window}`,
        source: liveHeap,
        platform: anywhere,
        seed: 'tracemalloc_current_mb: current Python allocations',
    },
    heap_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'primary',
        definition: `change of the bytes of the JavaScript objects alive over ${window}`,
        source: liveHeap,
        platform: anywhere,
    },
    heap_allocated_mb: {
        unit: 'MiB',
        class: 'count',
        role: 'supporting',
        definition: `bytes allocated on the JavaScript heap during ${window}, freed since or not`,
        source: 'v8.GCProfiler: used heap before each collection less used heap after the one before, and the tail',
        platform: anywhere,
    },
    allocation_count: {
        unit: 'count',
        class: 'count',
        role: 'supporting',
        definition: 'objects allocated on the JavaScript heap in the second call of run (the first, where that is what a case measures)',
        source: 'HeapProfiler.startTrackingHeapObjects with trackAllocations, in a separate process without the optimising compiler',
        platform: anywhere,
        seed: 'Number of distinct memory allocations',
    },
    external_mb: {
        unit: 'MiB',
        class: 'level',
        role: 'supporting',
        definition: `memory outside of the JavaScript heap that V8 keeps account of, after ${window}`,
        source: 'process.memoryUsage().external',
        platform: anywhere,
    },
    array_buffers_mb: {
        unit: 'MiB',
        class: 'level',
        role: 'supporting',
        definition: `memory of ArrayBuffers and Buffers after ${window}; part of external_mb`,
        source: 'process.memoryUsage().arrayBuffers',
        platform: anywhere,
    },
    native_mb: {
        unit: 'MiB',
        class: 'level',
        role: 'supporting',
        definition: `live native bytes after ${window}: what malloc gave out and was not freed`,
        source: 'mallinfo2(): uordblks + hblkhd',
        platform: glibc,
    },
    native_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'primary',
        definition: `change of the live native bytes over ${window}`,
        source: 'mallinfo2(): uordblks + hblkhd',
        platform: glibc,
    },
    cold_anon_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'primary',
        definition: 'change of the resident anonymous memory over the first call of run in the process, settled before and after',
        source: `RssAnon in ${status}`,
        platform: linux,
    },
    cold_anon_peak_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'primary',
        definition: 'greatest anonymous memory of the first call of run less the settled anonymous memory before it',
        source: marks,
        platform: linux,
    },
    cold_rss_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'supporting',
        fallbackFor: 'cold_anon_delta_mb',
        definition: 'change of the resident set size over the first call of run in the process, settled before and after',
        source: `VmRSS in ${status}`,
        platform: anywhere,
    },
    cold_peak_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'supporting',
        fallbackFor: 'cold_anon_peak_delta_mb',
        definition: 'high-water mark of the first call of run less the settled resident set size before it',
        source: `VmHWM and VmRSS in ${status}`,
        platform: linux,
    },
    growth_percent: {
        unit: '%',
        class: 'growth',
        role: 'supporting',
        definition: 'mean resident set size of the last fifth of the measured iterations against the first fifth',
        source: `VmRSS in ${status} after every iteration (commands: anonymous memory of the tree); cases with a growth limit`,
        platform: anywhere,
        seed: 'memory growth rate; fails above 50 % (ingestion), 30 % (search)',
    },
    heap_growth_mb: {
        unit: 'MiB',
        class: 'slope',
        role: 'primary',
        definition: `slope (Theil-Sen) of live JavaScript objects plus external memory over ${window}, per 1,000 iterations`,
        source: 'v8.GCProfiler, vm.measureMemory and process.memoryUsage() after every iteration; cases with a growth limit',
        platform: anywhere,
    },
    native_growth_mb: {
        unit: 'MiB',
        class: 'slope',
        role: 'primary',
        definition: `slope (Theil-Sen) of the live native bytes over ${window}, per 1,000 iterations`,
        source: 'mallinfo2() after every iteration; cases with a growth limit',
        platform: glibc,
    },
    qdrant_growth_mb: {
        unit: 'MiB',
        class: 'slope',
        role: 'supporting',
        definition: `slope (Theil-Sen) of the server's live bytes over ${window}, per 1,000 iterations`,
        source: 'memory.allocated_bytes (jemalloc) of GET /telemetry after every iteration; cases with a growth limit',
        platform: 'Qdrant servers built with jemalloc',
    },
    tree_anon_peak_mb: {
        unit: 'MiB',
        class: 'level',
        role: 'primary',
        definition: 'greatest anonymous memory of all processes of a command at once, during the measured iterations (or from start to end)',
        source: 'Pss_Anon of /proc/<pid>/smaps_rollup, summed over the tree; read every ms in the first second of a process, every 10 ms after that, and raised by what VmHWM of a process rose to in between, less its file and shared pages',
        platform: tree,
    },
    tree_anon_peak_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'primary',
        definition: `tree_anon_peak_mb less the anonymous memory of the tree before ${window}`,
        source: 'as tree_anon_peak_mb',
        platform: tree,
    },
    tree_peak_mb: {
        unit: 'MiB',
        class: 'level',
        role: 'supporting',
        fallbackFor: 'tree_anon_peak_mb',
        definition: 'greatest memory of all processes of a command at once, during the measured iterations (or from start to end)',
        source: `${pss}; read every ms in the first second of a process, every 10 ms after that, and raised by what VmHWM of a process rose to in between`,
        platform: tree,
    },
    tree_peak_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'supporting',
        fallbackFor: 'tree_anon_peak_delta_mb',
        definition: `tree_peak_mb less the memory of the tree before ${window}`,
        source: pss,
        platform: tree,
    },
    tree_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'supporting',
        definition: `change of the memory of the tree over ${window}`,
        source: pss,
        platform: tree,
    },
    tree_anon_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'primary',
        definition: `change of the anonymous memory of the tree over ${window}: no mapped files`,
        source: 'Pss_Anon of /proc/<pid>/smaps_rollup, summed over the tree',
        platform: tree,
    },
    tree_growth_mb: {
        unit: 'MiB',
        class: 'slope',
        role: 'primary',
        definition: `slope (Theil-Sen) of the anonymous memory of the tree over ${window}, per 1,000 iterations`,
        source: 'Pss_Anon of /proc/<pid>/smaps_rollup after every iteration; cases with a growth limit',
        platform: tree,
    },
    tree_processes: {
        unit: 'count',
        class: 'count',
        role: 'supporting',
        definition: `greatest number of processes of the tree at once during ${window} (or from start to end)`,
        source: '/proc/<pid>/stat: descendants, and whoever stayed in the session; looked for every 50 ms',
        platform: tree,
    },
    reported_mb: {
        unit: 'MiB',
        class: 'level',
        role: 'supporting',
        definition: `memory that the program reports after ${window}: the sum of the named gauges`,
        source: 'the endpoint of `metrics`, Prometheus text or JSON',
        platform: 'command scenarios with `metrics`',
    },
    reported_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'primary',
        definition: `change over ${window} of the memory that the program reports`,
        source: 'the endpoint of `metrics`',
        platform: 'command scenarios with `metrics`',
    },
    reported_growth_mb: {
        unit: 'MiB',
        class: 'slope',
        role: 'primary',
        definition: `slope (Theil-Sen) over ${window} of the memory that the program reports, per 1,000 iterations`,
        source: 'the endpoint of `metrics` after every iteration; cases with a growth limit',
        platform: 'command scenarios with `metrics`',
    },
    gc_count: {
        unit: 'count',
        class: 'count',
        role: 'supporting',
        definition: `garbage collections during ${window}, without those memory-bench forces`,
        source: 'v8.GCProfiler',
        platform: anywhere,
    },
    gc_pause_ms: {
        unit: 'ms',
        class: 'time',
        role: 'supporting',
        definition: `time spent in garbage collection during ${window}, without the forced ones`,
        source: 'v8.GCProfiler',
        platform: anywhere,
    },
    duration_ms: {
        unit: 'ms',
        class: 'time',
        role: 'supporting',
        definition: `time spent in ${window}, without our readings between them`,
        source: 'performance.now()',
        platform: anywhere,
    },
    qdrant_anon_peak_mb: {
        unit: 'MiB',
        class: 'level',
        role: 'primary',
        definition: `greatest anonymous memory of the Qdrant server during ${window}: its high-water mark less the file and shared pages before or after, whichever are more`,
        source: 'VmHWM, RssFile, RssShmem and RssAnon in /proc/<pid>/status',
        platform: ownServer,
    },
    qdrant_peak_rss_mb: {
        unit: 'MiB',
        class: 'level',
        role: 'supporting',
        fallbackFor: 'qdrant_anon_peak_mb',
        definition: `greatest resident set size of the Qdrant server during ${window}`,
        source: 'VmHWM in /proc/<pid>/status, reset with /proc/<pid>/clear_refs',
        platform: ownServer,
    },
    qdrant_anon_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'supporting',
        definition: `change of the server's resident anonymous memory over ${window}, read when the collections are green`,
        source: 'RssAnon in /proc/<pid>/status',
        platform: ownServer,
    },
    qdrant_allocated_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'primary',
        definition: `change of the server's live bytes over ${window}, read when the collections are green`,
        source: 'memory.allocated_bytes (jemalloc) of GET /telemetry',
        platform: 'Qdrant servers built with jemalloc',
    },
};
/** All metric names, in the order in which they are shown. */
const metricNames = Object.keys(metricDefinitions);
/** Narrows a string to a metric name. */
function isMetricName(name) {
    return Object.hasOwn(metricDefinitions, name);
}
/** The definition of a metric, typed loosely enough to read its optional fields. */
function metricDefinition(name) {
    return metricDefinitions[name];
}
/**
 * The role of a metric among those that can be compared. A fallback is judged if the metric it replaces cannot be
 * compared, as on macOS and Windows, or with the baseline of an earlier version.
 */
function roleAmong(name, isComparable) {
    const { role, fallbackFor } = metricDefinition(name);
    if (fallbackFor === undefined || !isMetricName(fallbackFor))
        return role;
    return isComparable(fallbackFor) ? role : 'primary';
}
//# sourceMappingURL=metrics.js.map

/***/ }),

/***/ 46354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ longestFunction),
/* harmony export */   Hm: () => (/* binding */ mostStacks),
/* harmony export */   NK: () => (/* binding */ nativeSchema),
/* harmony export */   be: () => (/* binding */ longestFile),
/* harmony export */   dZ: () => (/* binding */ mostSnapshots),
/* harmony export */   iX: () => (/* binding */ mostBranches),
/* harmony export */   lC: () => (/* binding */ deepestTree),
/* harmony export */   wF: () => (/* binding */ mostFrames)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13798);
/* harmony import */ var _call_tree_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76210);
/* harmony import */ var _described_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88024);



/** Maximum stacks of a kind in a document. */
const mostStacks = 10;
/** Maximum frames of a stack. The innermost show what is allocated, the outer ones why. */
const mostFrames = 6;
/** Maximum branches of a tree in total. */
const mostBranches = 80;
/** Maximum levels of a tree. */
const deepestTree = 16;
/** Maximum snapshots of a series. */
const mostSnapshots = 60;
const longestFunction = 160;
const longestFile = 160;
const bytes = (0,_described_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj)();
const count = zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative();
const frame = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    function: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(longestFunction).describe('Name of the function, demangled; empty where it has none'),
    file: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .max(longestFile)
        .describe('Source file, without the folders of the machine; empty without debug information'),
    line: count.describe('0 without debug information'),
    object: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(longestFile).describe('Program or library the function is in; empty where that is not told'),
});
const stack = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    bytes: bytes.describe('Bytes of these calls: at the peak, or never freed'),
    calls: count.describe('Calls of allocation functions from here'),
    frames: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(frame).max(mostFrames).describe('The innermost function that says something first'),
});
const profileFile = (0,_described_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Name of the profiler’s own file in the folder of profiles');
const stacks = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(stack).max(mostStacks);
const treeFrame = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    ...frame.shape,
    owner: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['program', 'library', 'system'])
        .describe('`program`: the program of a command, the server, or a source file below the working directory; `system`: the C library, the standard library of the language, Node itself, and what a profiler has put together; `library`: anything else'),
});
const callTree = (0,_call_tree_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .callTreeSchema */ .eR)('all of it together');
const treeFrames = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(treeFrame)
    .max(2 * _call_tree_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .mostCalls */ .Xc)
    .describe('The functions and lines that occur, once each');
const heaptrackTrees = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    frames: treeFrames,
    peak: callTree.describe('By calls, who had what at the peak'),
    leaked: callTree.describe('By calls, who had what was never freed'),
})
    .refine(({ frames, peak, leaked }) => (0,_call_tree_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .areFramesThere */ .RJ)(frames, [peak, leaked]), 'a call of a frame that there is not');
const massifTrees = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ frames: treeFrames, peak: callTree.describe('By calls, who had what at the peak') })
    .refine(({ frames, peak }) => (0,_call_tree_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .areFramesThere */ .RJ)(frames, [peak]), 'a call of a frame that there is not');
const treesWords = 'The same by calls, the outermost first, in pre-order, for flame graphs; not kept in baselines';
const heaptrack = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    profiler: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('heaptrack'),
    profile: profileFile,
    subject: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['worker', 'command'])
        .describe('`worker`: the Node process of a scenario; `command`: the program of a command, without what it starts'),
    allocationCalls: count.describe('Calls of malloc and the like over the whole life of the process'),
    temporaryCalls: count.describe('Those among them whose memory was freed before anything else was allocated'),
    peakBytes: bytes.describe('Most heap memory at a time, in bytes; heaptrack reports four digits'),
    leakedBytes: bytes.describe('Heap memory that was not freed when the process ended, in bytes. Node frees little when it ends: there it is what was in use, and a difference says more'),
    peak: stacks.describe('Who had most at the peak'),
    leaked: stacks.describe('Who had most that was never freed'),
    calls: stacks.describe('Who called most often; `bytes` is what they had at the peak'),
    trees: heaptrackTrees.optional().describe(treesWords),
});
const branch = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    level: count.max(deepestTree - 1).describe('0 for who allocated it, 1 for who called that, and so on'),
    bytes: bytes.describe('Bytes of this function on behalf of those that called it so'),
    ...frame.shape,
});
const massif = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    profiler: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('massif'),
    profile: profileFile,
    subject: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['qdrant', 'command'])
        .describe('`qdrant`: the server of the case; `command`: the program of a command, without what it starts'),
    counts: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['pages', 'heap'])
        .describe('`pages`: all that is mapped, code and stacks included, used or not; `heap`: blocks of malloc and new'),
    peakBytes: bytes.describe('Most bytes of a snapshot. Massif takes the next one when a share of the run has passed: what came and went between two is not seen'),
    snapshots: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        instructions: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg((0,_described_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj)())
            .max(mostSnapshots)
            .describe('When each was taken, in instructions since the start'),
        bytes: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(bytes).max(mostSnapshots).describe('What was held then, in bytes'),
    })
        .describe('What was held over time, thinned'),
    tree: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(branch)
        .max(mostBranches)
        .describe('Who had it at the peak: each with its callers behind it, one level deeper, most bytes first'),
    trees: massifTrees.optional().describe(treesWords),
});
/** The findings of a native memory profiler. */
const nativeSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt('profiler', [heaptrack, massif]);
//# sourceMappingURL=native-schema.js.map

/***/ }),

/***/ 41606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $A: () => (/* binding */ mostPackages),
/* harmony export */   E5: () => (/* binding */ longestVersions),
/* harmony export */   TI: () => (/* binding */ packagesSchema),
/* harmony export */   ol: () => (/* binding */ longestPackageName)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13798);

/** Bounds, because a baseline is kept in repositories and a trusted run reads the results of a fork. */
const mostPackages = 2_000;
const longestPackageName = 214;
const longestVersions = 200;
const versions = (description) => zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(longestPackageName), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(longestVersions))
    .refine((record) => Object.keys(record).length <= mostPackages, `more than ${mostPackages} packages`)
    .meta({ maxProperties: mostPackages })
    .describe(`${description}: name -> version, or several side by side`);
/** The packages in use, as a results document records them. */
const packagesSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    direct: versions('What the package.json of the working directory depends on, development aside'),
    transitive: versions('What those depend on in turn'),
    scenarios: versions('What only the scenario files lead to, such as development dependencies they import'),
})
    .describe('Packages as the working directory loads them. Differ -> compared, named first');
//# sourceMappingURL=packages.js.map

/***/ }),

/***/ 87530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   mb: () => (/* binding */ mostSites),
/* harmony export */   xi: () => (/* binding */ callerSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13798);

/** Maximum functions or lines in a list: the important ones are at the top. */
const mostSites = 20;
const longestPath = 300;
const longestFunction = 120;
/** Fields of a function or line that memory comes from. */
const place = {
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .max(longestPath)
        .describe('Relative to the working directory; of a package `node_modules/<package>/...`; empty for native code'),
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr()
        .nonnegative()
        .describe('Of a `buffer` the line that makes it, of objects on the heap the line their function begins on; 0 without one'),
    function: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(longestFunction).describe('Name of the function; empty where it has none'),
};
/** The user's function that called into a package. */
const callerSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej(place)
    .optional()
    .describe('Of a site in a package: the nearest function of the user’s own that called it');
//# sourceMappingURL=place-schema.js.map

/***/ }),

/***/ 27733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ mostQdrantReadings),
/* harmony export */   t: () => (/* binding */ qdrantMemorySchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13798);
/* harmony import */ var _described_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88024);


/** Maximum readings of a sample: more than a reader will look at. */
const mostQdrantReadings = 10_000;
const column = (description) => zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg((0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .amount */ .vj)()).max(mostQdrantReadings).describe(`${description}, in bytes, at each reading`);
/** Statistics of jemalloc, the Qdrant server's allocator, over the measured iterations. */
const qdrantMemorySchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    atIteration: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative())
        .max(mostQdrantReadings)
        .describe('How many measured iterations there had been at each reading: 0 = before, at rest. Cases with a growth limit have one after each iteration as well; the reading at rest after the planned ones stands behind theirs'),
    allocatedBytes: column('What the server has asked for and not freed'),
    activeBytes: column('Pages that hold any of it'),
    residentBytes: column('Most that may be in physical memory: active pages, those of jemalloc’s own, and freed ones not yet given back'),
    retainedBytes: column('Address space that is kept for later without physical memory behind it'),
    metadataBytes: column('What jemalloc needs for its own book-keeping'),
})
    .refine(({ atIteration, ...columns }) => Object.values(columns).every(({ length }) => length === atIteration.length), 'columns of different lengths');
//# sourceMappingURL=qdrant-memory-schema.js.map

/***/ }),

/***/ 51046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   at: () => (/* binding */ mostHeldTypes),
/* harmony export */   bS: () => (/* binding */ retainersSchema),
/* harmony export */   sB: () => (/* binding */ longestHolderName),
/* harmony export */   xc: () => (/* binding */ mostHolders)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13798);
/* harmony import */ var _described_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88024);
/* harmony import */ var _place_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87530);



/** Maximum holders in a document. */
const mostHolders = 5;
/** Maximum types listed for the objects of one holder. */
const mostHeldTypes = 3;
const longestHolderName = 200;
const count = zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative();
const type = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(longestHolderName);
const holder = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .max(longestHolderName)
        .describe('Variable and properties that lead to it: `recent`, `store.items`; empty where none do'),
    type: type.describe('Its class: `Map`, `Array`'),
    at: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej(_place_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .place */ .ik)
        .optional()
        .describe('Where the variable, or the property, is declared; absent where that is not known'),
    through: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej(_place_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .place */ .ik)
        .optional()
        .describe('The function of a file that occurs most among the held objects: the callback of timers, a listener'),
    objects: count.describe('Objects it holds that came during the iterations'),
    bytes: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .amount */ .vj)().describe('Their bytes, with all that is reached through them first'),
    held: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ type, objects: count, bytes: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .amount */ .vj)() }))
        .max(mostHeldTypes)
        .describe('What most of it is, by type'),
});
/** The holders of objects that were created during the iterations of a leak. */
const retainersSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    iterations: count.describe('Iterations between the two heap snapshots'),
    grownObjects: count.describe('Objects of the second snapshot that are not in the first'),
    grownBytes: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .amount */ .vj)().describe('Their bytes, code left out'),
    holders: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(holder).max(mostHolders).describe('Objects that hold most of them, the most bytes first'),
});
//# sourceMappingURL=retainers-schema.js.map

/***/ }),

/***/ 56128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mD: () => (/* binding */ failedSample),
  n_: () => (/* binding */ measuredSample)
});

// UNUSED EXPORTS: trend

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 10 modules
var schemas = __webpack_require__(13798);
// EXTERNAL MODULE: ./lib/src/results/described.js
var described = __webpack_require__(88024);
// EXTERNAL MODULE: ./lib/src/results/place-schema.js
var place_schema = __webpack_require__(87530);
;// CONCATENATED MODULE: ./lib/src/results/allocations-schema.js



const allocator = schemas/* strictObject */.rej({
    ...place_schema/* place */.ik,
    caller: place_schema/* callerSchema */.xi,
    count: schemas/* int */.Whr().nonnegative().describe('Objects it allocated on the JavaScript heap, freed since or not'),
    bytes: (0,described/* amount */.vj)().describe('What they took, in bytes'),
});
/** The functions that allocate the objects of `allocation_count`. */
const allocationsSchema = schemas/* array */.YOg(allocator).max(place_schema/* mostSites */.mb);
//# sourceMappingURL=allocations-schema.js.map
// EXTERNAL MODULE: ./lib/src/results/limits.js
var limits = __webpack_require__(38371);
;// CONCATENATED MODULE: ./lib/src/results/mapped-schema.js


const bytes = (description) => (0,described/* amount */.vj)().describe(`${description}, in bytes`);
const ifTold = (description) => bytes(description).optional();
const memory = schemas/* strictObject */.rej({
    rssBytes: bytes('Resident set: every resident page counted in full (Rss)'),
    pssBytes: bytes('The same, a page that n processes share counted as one n-th (Pss)'),
    anonBytes: ifTold('Share of Pss that is anonymous: heaps and stacks (Pss_Anon; Linux 5.4 or newer)'),
    fileBytes: ifTold('Share of Pss that is mapped files: programs, libraries, mapped storage (Pss_File; Linux 5.4 or newer)'),
    shmemBytes: ifTold('Share of Pss that is shared memory and tmpfs (Pss_Shmem; Linux 5.4 or newer)'),
    residentAnonBytes: ifTold('Anonymous pages counted in full (Anonymous)'),
    privateCleanBytes: ifTold('Pages that no other process maps, unchanged since they were read (Private_Clean)'),
    privateDirtyBytes: ifTold('Pages that no other process maps, written to (Private_Dirty)'),
    sharedCleanBytes: ifTold('Pages that others map as well, unchanged since they were read (Shared_Clean)'),
    sharedDirtyBytes: ifTold('Pages that others map as well, written to (Shared_Dirty)'),
    hugeBytes: ifTold('Anonymous memory in transparent huge pages (AnonHugePages)'),
    swapBytes: ifTold('Memory that was swapped out, shared pages counted in part (SwapPss)'),
});
/** The composition of the resident memory of the processes of a sample. */
const mappedSchema = schemas/* strictObject */.rej({
    worker: memory.optional().describe('The measured process; absent for commands'),
    processes: memory.optional().describe('Commands: the sum over the processes of the tree'),
    qdrant: memory
        .optional()
        .describe('The Qdrant server; absent where memory-bench did not start it, or may not read it'),
});
//# sourceMappingURL=mapped-schema.js.map
// EXTERNAL MODULE: ./lib/src/results/metrics.js
var metrics = __webpack_require__(98954);
// EXTERNAL MODULE: ./lib/src/results/native-schema.js
var native_schema = __webpack_require__(46354);
// EXTERNAL MODULE: ./lib/src/results/qdrant-memory-schema.js
var qdrant_memory_schema = __webpack_require__(27733);
// EXTERNAL MODULE: ./lib/src/results/retainers-schema.js
var retainers_schema = __webpack_require__(51046);
// EXTERNAL MODULE: ./lib/src/results/call-tree-schema.js
var call_tree_schema = __webpack_require__(76210);
;// CONCATENATED MODULE: ./lib/src/results/sites-schema.js




const site = schemas/* strictObject */.rej({
    ...place_schema/* place */.ik,
    kind: schemas/* enum */.k5n(['heap', 'buffer'])
        .describe('`heap`: JavaScript objects, sampled; `buffer`: Buffers and ArrayBuffers, counted'),
    bytes: (0,described/* amount */.vj)().describe('Bytes over all measured iterations'),
    caller: place_schema/* callerSchema */.xi,
});
const callTree = (0,call_tree_schema/* callTreeSchema */.eR)('what holds all objects, or all Buffers');
const trees = schemas/* strictObject */.rej({
    frames: schemas/* array */.YOg(schemas/* strictObject */.rej(place_schema/* place */.ik))
        .max(2 * call_tree_schema/* mostCalls */.Xc)
        .describe('The functions and lines that occur, once each'),
    alive: callTree.describe('By calls, who allocated what is alive after the measured iterations'),
    allocated: callTree.describe('By calls, who allocated how much, freed since or not; heap of cold cases left out'),
})
    .refine(({ frames, alive, allocated }) => (0,call_tree_schema/* areFramesThere */.RJ)(frames, [alive, allocated]), 'a call of a frame that there is not');
/** Where the memory of a case comes from. */
const sitesSchema = schemas/* strictObject */.rej({
    alive: schemas/* array */.YOg(site).max(place_schema/* mostSites */.mb).describe('Who allocated what is alive after the measured iterations, most first'),
    allocated: schemas/* array */.YOg(site)
        .max(place_schema/* mostSites */.mb)
        .describe('Who allocated how much, freed since or not, most first; heap of cold cases left out'),
    iterations: schemas/* int */.Whr().nonnegative().optional().describe('Iterations whose memory is in `alive`'),
    trees: trees.optional().describe('The same by calls, in pre-order, for flame graphs; not kept in baselines'),
});
//# sourceMappingURL=sites-schema.js.map
;// CONCATENATED MODULE: ./lib/src/results/sample-schema.js










function describeMetric(name) {
    const { unit, definition, source, platform } = (0,metrics/* metricDefinition */.u8)(name);
    return `${definition}. Unit: ${unit}${unit === 'MiB' ? ' (bytes / 1024²)' : ''}. Source: ${source}. Platform: ${platform}.`;
}
const optionalPerMetric = (value) => schemas/* strictObject */.rej(Object.fromEntries(metrics/* metricNames */.Zv.map((name) => [name, value(name).optional()])));
const sample_schema_metrics = optionalPerMetric((metric) => (0,described/* number */.ai)().describe(describeMetric(metric)));
const absent = optionalPerMetric((metric) => (0,described/* text */.Qq)(`Why ${metric} could not be had`));
const series = () => schemas/* array */.YOg((0,described/* number */.ai)()).max(limits/* limits */.F.series);
/** The content of each class of memory and each count of a reading. */
const classes = {
    externalBytes: 'Backing stores that the main thread holds, each byte once: Buffers, WebAssembly memories, SharedArrayBuffers, and whatever else V8 keeps account of',
    mallocBytes: 'Live native bytes in no other class: `nativeBytes` without the backing stores that malloc holds (glibc)',
    workerHeapBytes: 'Used heaps of the worker threads, each collected before (leak pass only)',
    otherBytes: 'Anonymous memory in no other class: mmap, stacks and isolates of threads, other allocators than malloc (Linux with glibc)',
    childBytes: 'Anonymous memory of descendant processes (Linux)',
    descriptors: 'Open file descriptors (Linux)',
    threads: 'Threads of the operating system (Linux)',
    handles: 'libuv handles, and timers that are not cleared, unref’ed ones included',
    children: 'Descendant processes that are alive (Linux)',
};
const iterations = schemas/* strictObject */.rej({
    durationMs: series().describe('Duration of each measured iteration, in ms'),
    rssBytes: series().describe('Resident set size after each measured iteration, in bytes; for commands memory of the tree (PSS)'),
    anonBytes: series()
        .optional()
        .describe('Resident anonymous memory after each iteration, in bytes (Linux); for commands of the tree (PSS)'),
    heapBytes: series()
        .optional()
        .describe('JavaScript objects of the main thread alive after each iteration and a garbage collection, in bytes; without `externalBytes` beside it, external memory is included (documents of version 0.1)'),
    externalBytes: series().optional().describe(`${classes.externalBytes}, after each iteration, in bytes`),
    nativeBytes: series()
        .optional()
        .describe('Live native bytes after each iteration and a garbage collection, in bytes (glibc)'),
    mallocBytes: series().optional().describe(`${classes.mallocBytes}, after each iteration, in bytes`),
    workerHeapBytes: series().optional().describe(`${classes.workerHeapBytes}, after each iteration, in bytes`),
    otherBytes: series().optional().describe(`${classes.otherBytes}, after each iteration, in bytes`),
    childBytes: series().optional().describe(`${classes.childBytes}, after each iteration, in bytes`),
    descriptors: series().optional().describe(`${classes.descriptors}, after each iteration`),
    threads: series().optional().describe(`${classes.threads}, after each iteration`),
    handles: series().optional().describe(`${classes.handles}, after each iteration`),
    children: series().optional().describe(`${classes.children}, after each iteration`),
    reportedBytes: series()
        .optional()
        .describe('Commands: what the program reports itself after each iteration, in bytes'),
    qdrantBytes: series()
        .optional()
        .describe('Live bytes of the Qdrant server after each iteration, by its own jemalloc count, in bytes'),
});
const settledReading = schemas/* strictObject */.rej({
    name: schemas/* enum */.k5n(['cold-before', 'cold-after', 'before', 'after'])
        .describe('Around which stretch: the cold iteration, or the measured iterations'),
    atMs: (0,described/* finite */.E2)('When, in ms since the start: the end of the phase that the reading ends. For `cold-before`, the beginning of the cold phase, some tenths of a second early'),
    heapBytes: (0,described/* amount */.vj)().describe('JavaScript objects alive, in bytes'),
    externalBytes: (0,described/* amount */.vj)().describe('External memory of V8, Buffers included, in bytes'),
    nativeBytes: (0,described/* amount */.vj)().optional().describe('Live native bytes (glibc)'),
});
const timeline = schemas/* strictObject */.rej({
    atMs: schemas/* array */.YOg((0,described/* number */.ai)()).max(limits/* limits */.F.readings).describe('Moments of the readings, in ms since the worker was started'),
    workerRssBytes: schemas/* array */.YOg((0,described/* number */.ai)())
        .max(limits/* limits */.F.readings)
        .describe('Resident set size of the worker, in bytes; for commands memory of the process tree (PSS)'),
    qdrantRssBytes: schemas/* array */.YOg((0,described/* number */.ai)().nullable())
        .max(limits/* limits */.F.readings)
        .describe('Resident set size of the Qdrant server, in bytes; null if memory-bench did not start one'),
    phases: schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: (0,described/* name */.UU)().describe('Phase that began'),
        atMs: (0,described/* finite */.E2)('When it began, in ms since the start'),
    }))
        .max(limits/* limits */.F.phases)
        .describe('What the worker was doing'),
    settled: schemas/* array */.YOg(settledReading)
        .max(4)
        .optional()
        .describe('What the worker read of itself when its memory had settled, earliest first; absent for commands'),
});
const accountedReading = schemas/* strictObject */.rej({
    rssBytes: (0,described/* amount */.vj)().describe('Resident set size, in bytes'),
    anonBytes: (0,described/* amount */.vj)().optional().describe('Resident anonymous memory, in bytes (Linux)'),
    fileBytes: (0,described/* amount */.vj)().optional().describe('Resident file-backed and shared memory, in bytes (Linux)'),
    heapBytes: (0,described/* finite */.E2)('JavaScript objects of the main thread alive, without backing stores, in bytes'),
    externalBytes: (0,described/* amount */.vj)().describe(`${classes.externalBytes}; in bytes`),
    nativeBytes: (0,described/* amount */.vj)().optional().describe('Live native bytes: all that malloc holds (glibc)'),
    mallocBytes: (0,described/* number */.ai)().optional().describe(`${classes.mallocBytes}; in bytes`),
    workerHeapBytes: (0,described/* amount */.vj)().optional().describe(`${classes.workerHeapBytes}; in bytes`),
    otherBytes: (0,described/* number */.ai)().optional().describe(`${classes.otherBytes}; in bytes`),
    childBytes: (0,described/* amount */.vj)().optional().describe(`${classes.childBytes}; in bytes`),
    descriptors: (0,described/* amount */.vj)().optional().describe(classes.descriptors),
    threads: (0,described/* amount */.vj)().optional().describe(classes.threads),
    handles: (0,described/* amount */.vj)()
        .optional()
        .describe(`${classes.handles}; in \`after\` only, because counting timers disturbs memory`),
    children: (0,described/* amount */.vj)().optional().describe(classes.children),
});
const readings = schemas/* strictObject */.rej({
    before: accountedReading.describe('Settled, before the measured iterations'),
    after: accountedReading.describe('Settled, after the measured iterations'),
});
const followUp = schemas/* strictObject */.rej({
    ended: schemas/* enum */.k5n(['decided', 'horizon', 'memory', 'time', 'threw', 'cannot'])
        .describe('Why a leak pass stopped: the series decided, it ran all the iterations that it may, it reached a limit of memory or time, the run threw, or the command cannot be given more iterations'),
    message: (0,described/* text */.Qq)('Details, such as the error that the run threw', limits/* limits */.F.message).optional(),
});
/** A fit of a series over iterations. */
const trend = schemas/* strictObject */.rej({
    slopeBytes: (0,described/* finite */.E2)('Theil-Sen slope, in bytes per iteration'),
    lowerBytes: (0,described/* finite */.E2)('Lower end of the 99 % interval of the slope, in bytes per iteration'),
    upperBytes: (0,described/* finite */.E2)('Upper end of the 99 % interval of the slope, in bytes per iteration'),
    earlySlopeBytes: (0,described/* finite */.E2)('Theil-Sen slope of the first half, in bytes per iteration'),
    lateSlopeBytes: (0,described/* finite */.E2)('Theil-Sen slope of the last half, in bytes per iteration'),
    lateLowerBytes: (0,described/* finite */.E2)('Lower end of the 99 % interval of the slope of the last half, in bytes per iteration'),
    lateUpperBytes: (0,described/* finite */.E2)('Upper end of the 99 % interval of the slope of the last half, in bytes per iteration'),
    mannKendallP: (0,described/* finite */.E2)('Two-sided p of the Mann-Kendall trend test; for information'),
    toleranceBytes: (0,described/* finite */.E2)('Slope above which the series is suspected, in bytes per iteration'),
    verdict: schemas/* enum */.k5n(['leak', 'ratchet', 'stable']).describe('What the shape of this one series says'),
});
const leak = schemas/* strictObject */.rej({
    verdict: schemas/* enum */.k5n(['leak', 'ratchet', 'stable']).describe('What the accusing series of this sample say together'),
    heap: trend.optional().describe('JavaScript heap plus external memory; absent for commands'),
    native: trend.optional().describe('Live native bytes; absent where malloc is not glibc’s'),
    anon: trend.optional().describe('Resident anonymous memory: confirms, does not accuse'),
    qdrant: trend
        .optional()
        .describe('Live bytes of the Qdrant server; `stable` where it was written to, keeping what it is given being what it is for'),
    tree: trend.optional().describe('Commands: anonymous memory of the process tree'),
    reported: trend.optional().describe('Commands: what the program reports itself'),
    iterations: schemas/* int */.Whr().describe('Iterations the fit is made of: more than planned where a suspicion was followed up'),
})
    .refine(({ heap, tree }) => heap !== undefined || tree !== undefined, 'a fit of no series');
const sampleError = schemas/* strictObject */.rej({
    kind: schemas/* enum */.k5n(['import', 'setup', 'run', 'teardown', 'timeout', 'exit', 'signal', 'qdrant', 'measure'])
        .describe('Where the sample broke'),
    message: (0,described/* text */.Qq)('What happened, and what to do', limits/* limits */.F.message),
    stack: (0,described/* text */.Qq)('Stack of the scenario’s own error', limits/* limits */.F.log).optional(),
    log: (0,described/* text */.Qq)('Last lines the worker wrote', limits/* limits */.F.log).optional(),
});
const passes = ['memory', 'leak', 'allocations', 'sites', 'retainers', 'native'];
/** A sample that was measured. */
const measuredSample = schemas/* strictObject */.rej({
    status: schemas/* literal */.euz('measured'),
    pass: schemas/* enum */.k5n(passes)
        .describe('`leak` samples follow up a suspected leak: they carry `iterations` and `followUp`, and no metrics; `allocations` samples are taken with V8’s allocation tracker on and carry allocation_count and `allocations` only; `sites` samples with its sampling heap profiler, and carry `sites` only; `retainers` samples take two heap snapshots and carry `retainers` only; `native` samples under a profiler of native memory, and carry `native` only'),
    index: schemas/* int */.Whr().nonnegative().describe('Number of the sample within its case and pass, from 0'),
    startedAt: (0,described/* moment */.n$)('When the worker was started'),
    metrics: sample_schema_metrics.describe('Published metrics of this sample'),
    absent: absent.describe('Metrics that could not be had here, with the reason'),
    unsettled: schemas/* array */.YOg((0,described/* name */.UU)())
        .max(limits/* limits */.F.entries)
        .describe('Readings that were taken although memory still moved after all rounds of settling'),
    peakSource: schemas/* enum */.k5n(['high-water marks', 'polled'])
        .optional()
        .describe('Commands: where tree_peak_mb comes from: the kernel’s high-water marks of the processes, read every millisecond in the first second of each, then every ten; or polled readings alone, which miss spikes between two of them'),
    retakes: schemas/* int */.Whr()
        .positive()
        .max(limits/* limits */.F.repeats)
        .optional()
        .describe('How often the sample was taken again because memory had not settled; absent where it was not'),
    iterations: iterations.optional().describe('Readings per measured iteration'),
    readings: readings
        .optional()
        .describe('The account of memory around the measured iterations of a memory pass; absent for commands'),
    followUp: followUp.optional().describe('How the leak pass ended'),
    qdrantWritten: schemas/* boolean */.zMY()
        .optional()
        .describe('Whether the iterations wrote to the Qdrant server: growth of one that keeps what it is given is no leak'),
    timeline: timeline.optional().describe('Memory over time, polled; for pictures, not for judging'),
    leak: leak.optional().describe('Fit of the growth over the iterations; in documents of earlier versions'),
    sites: sitesSchema.optional().describe('Which functions the memory comes from'),
    retainers: retainers_schema/* retainersSchema */.bS.optional().describe('Who holds the objects that a leak keeps'),
    allocations: allocationsSchema
        .optional()
        .describe('Which functions the objects of allocation_count come from, most first'),
    mapped: mappedSchema
        .optional()
        .describe('What resident memory was made of at the settled end of the measured iterations (Linux); for information, not judged'),
    qdrantMemory: qdrant_memory_schema/* qdrantMemorySchema */.t
        .optional()
        .describe('What the allocator of the Qdrant server told around, and after, the measured iterations'),
    native: native_schema/* nativeSchema */.NK.optional().describe('What a profiler of native memory found'),
});
/** A sample that failed. */
const failedSample = schemas/* strictObject */.rej({
    status: schemas/* literal */.euz('failed'),
    pass: schemas/* enum */.k5n(passes),
    index: schemas/* int */.Whr().nonnegative(),
    startedAt: (0,described/* moment */.n$)('When the worker was started'),
    error: sampleError,
});
//# sourceMappingURL=sample-schema.js.map

/***/ }),

/***/ 5012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T7: () => (/* binding */ floorsSchema),
/* harmony export */   k9: () => (/* binding */ leaksSchema),
/* harmony export */   mb: () => (/* reexport safe */ _place_schema_js__WEBPACK_IMPORTED_MODULE_5__.mb),
/* harmony export */   sy: () => (/* binding */ resultsSchema),
/* harmony export */   xX: () => (/* binding */ longestHistory)
/* harmony export */ });
/* unused harmony export leakVerdicts */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13798);
/* harmony import */ var _described_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88024);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38371);
/* harmony import */ var _metrics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98954);
/* harmony import */ var _packages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41606);
/* harmony import */ var _sample_schema_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56128);
/* harmony import */ var _place_schema_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87530);







/** The floors that a difference must exceed, as scenarios and configurations set them. */
const floorsSchema = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    relativePercent: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .amount */ .vj)().optional().describe('Percent of the baseline’s median'),
    absolute: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .amount */ .vj)().optional().describe('In the metric’s own unit'),
});
/** Options of leak detection, as scenarios, cases and commands set them. */
const leaksSchema = zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(false),
    zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
        toleranceBytes: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .amount */ .vj)()
            .optional()
            .describe('Growth per iteration that is no leak, in bytes; default 4096. Coarser series keep a greater one'),
    }),
])
    .describe('`false`: leaks are not looked for');
/** Verdicts on the growth of a case. */
const leakVerdicts = ['leak', 'suspected', 'slowing', 'ratchet', 'stable'];
const caseResult = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    id: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Scenario name and case label: `single-document/100KB`', _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.id),
    source: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Scenario file, relative to the working directory; `builtin` for a built-in one', _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.path),
    description: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('What the workload is'),
    tags: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg((0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)()).max(_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.entries).describe('Tags, needs included'),
    definitionHash: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Hash of what makes the case what it is; cases of different hashes are not compared', _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.name),
    budgets: zod__WEBPACK_IMPORTED_MODULE_6__/* .partialRecord */ .jgl(zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .metricNames */ .Zv), (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)()).describe('Hard limits, in the metric’s own unit'),
    thresholds: zod__WEBPACK_IMPORTED_MODULE_6__/* .partialRecord */ .jgl(zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .metricNames */ .Zv), floorsSchema)
        .optional()
        .describe('Floors of the scenario’s own, both of which a difference has to exceed'),
    growthLimited: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().describe('Whether a limit on growth_percent is set'),
    leaks: leaksSchema.optional(),
    leakVerdict: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(leakVerdicts)
        .optional()
        .describe('What leak detection said at the end of the run; a later run follows up only what grows more than this one'),
    skipped: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Why the case was not measured').optional(),
    lacks: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['qdrant', 'model'])
        .optional()
        .describe('Service that is missing here, for which the case was skipped'),
    samples: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .discriminatedUnion */ .gMt('status', [_sample_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .measuredSample */ .n_, _sample_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .failedSample */ .mD])).max(_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.samples),
    extensions: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
        after: zod__WEBPACK_IMPORTED_MODULE_6__/* .int */ .Whr().nonnegative().describe('Samples there were'),
        reason: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['confirm', 'decide'])
            .describe('`confirm`: a regression was seen, and has to be seen again; `decide`: the samples were too few to say'),
        about: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg((0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)()).max(_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.entries).describe('The metrics, or `leak`'),
    }))
        .max(_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.samples)
        .optional()
        .describe('When more samples than planned were asked for, and why'),
});
const identity = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    os: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('process.platform'),
    arch: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('process.arch'),
    libc: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('`glibc`, `musl` or `system`, and the name of a preloaded library, which may be another allocator'),
    cores: zod__WEBPACK_IMPORTED_MODULE_6__/* .int */ .Whr().positive().describe('Cores this process may use'),
    model: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Id of the embedding model, or `none`'),
    qdrant: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('`own`: fresh servers that memory-bench starts; `external`: a server that was there already'),
    profile: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Measuring profile: which flags and allocator settings were in force'),
});
const environment = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    key: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Identity as a file name'),
    identity: identity.describe('Differs -> cases are incomparable'),
    subject: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .boundedRecord */ .pf)(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().max(_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.text)).describe('Versions of Node, Qdrant and packages, and `env NAME` for variables that the configuration sets: what a pull request changes. Differs -> compared, named first'),
    packages: _packages_js__WEBPACK_IMPORTED_MODULE_3__/* .packagesSchema */ .TI.optional(),
    context: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .boundedRecord */ .pf)(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().max(_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.text)).describe('CPU model, kernel, memory, runner: differs -> compared with a notice'),
});
const medians = (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .boundedRecord */ .pf)(zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    definitionHash: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Hash of the case’s definition then; medians of different hashes are not comparable', _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.name),
    medians: zod__WEBPACK_IMPORTED_MODULE_6__/* .partialRecord */ .jgl(zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .metricNames */ .Zv), (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)()).describe('Metric -> median over the samples'),
}), { key: _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.id, fields: _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.cases }).describe('Case id -> what was measured of it');
/** How many runs a baseline remembers. */
const longestHistory = 30;
const history = zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    sha: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Commit that was measured').optional(),
    startedAt: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .moment */ .n$)('When that run began'),
    cases: medians,
}))
    .max(longestHistory)
    .describe('Baselines: the runs on the branch before this one, newest first');
/** Maximum globs in one document's rules. */
const mostGlobs = 10_000;
const glob = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().min(1).max(2_000);
/** A record with a bounded number of globs. */
function byGlob(value) {
    return zod__WEBPACK_IMPORTED_MODULE_6__/* .record */ .g1P(glob, value)
        .refine((globs) => Object.keys(globs).length <= mostGlobs, `more than ${mostGlobs} globs`);
}
const rules = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    budgets: byGlob(zod__WEBPACK_IMPORTED_MODULE_6__/* .partialRecord */ .jgl(zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .metricNames */ .Zv), zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig())).describe('Glob on the case id -> metric -> hard limit, in the metric’s own unit; over the cases’ own budgets'),
    thresholds: byGlob(zod__WEBPACK_IMPORTED_MODULE_6__/* .partialRecord */ .jgl(zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .metricNames */ .Zv), floorsSchema)).describe('Glob on the case id -> metric -> floors; over the cases’ own thresholds'),
    failOn: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().max(40)).max(40).describe('Kinds of finding that fail the run'),
})
    .describe('Budgets, thresholds and fail-on that the run was judged by. A pull request is judged by those of its baseline; absent in documents of earlier versions');
/** Each case is compared with the baseline's case of the same id, so ids must be distinct. */
function areDistinct(cases) {
    return new Set(cases.map(({ id }) => id)).size === cases.length;
}
function isPattern(pattern) {
    try {
        new RegExp(pattern);
        return true;
    }
    catch {
        return false;
    }
}
/** The results document of a run, version 1. A baseline is such a document with thinned timelines. */
const resultsSchema = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(1).describe('Version of this format'),
    tool: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ name: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Package name'), version: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Package version') }),
    startedAt: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .moment */ .n$)('When the run began'),
    finishedAt: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .moment */ .n$)('When the run ended; absent while it goes on, and where it was killed').optional(),
    commit: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
        sha: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Commit that was measured'),
        dirty: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().describe('Whether the work tree had changes on top'),
    })
        .optional()
        .describe('Absent outside of a git work tree'),
    selection: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
        suite: (0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Name of the suite'),
        filter: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
            // A longer one is not compiled.
            .max(_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.filter, { abort: true })
            .refine(isPattern, 'not a regular expression')
            .describe('Regular expression on the case id')
            .optional(),
        scenarios: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().max(_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.path))
            .max(_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.entries)
            .describe('Scenario files, folders and globs, relative to the working directory; `builtin` for the built-in ones'),
        tags: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg((0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)()).max(_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.entries).describe('Only cases with one of these tags, where there are any'),
        skipTags: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg((0,_described_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)()).max(_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.entries).describe('No cases with any of these tags'),
        repeats: zod__WEBPACK_IMPORTED_MODULE_6__/* .int */ .Whr().positive().max(_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.repeats).describe('Samples per case'),
    })
        .describe('Which cases were to be measured'),
    environment,
    cutShort: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['samples', 'leaks', 'sites', 'native']))
        .optional()
        .describe('Work that the time limit cut short: more samples of inconclusive cases, follow-ups of suspected leaks, where memory comes from, native profiles'),
    rules: rules.optional(),
    cases: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(caseResult).max(_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.cases).refine(areDistinct, 'two cases have the same id'),
    history: history.optional(),
})
    .describe('memory-bench results. In metric names "mb" means MiB: bytes / 1024².');
//# sourceMappingURL=schema.js.map

/***/ }),

/***/ 19507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CH: () => (/* binding */ describedScenario),
/* harmony export */   hE: () => (/* binding */ writtenCommand),
/* harmony export */   i5: () => (/* binding */ writtenScenario),
/* harmony export */   pu: () => (/* binding */ describedCommand),
/* harmony export */   y: () => (/* binding */ describerAnswer)
/* harmony export */ });
/* unused harmony export commandFields */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13798);
/* harmony import */ var _results_described_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88024);
/* harmony import */ var _results_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38371);
/* harmony import */ var _results_metrics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98954);
/* harmony import */ var _results_schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5012);





const namePattern = /^[a-z0-9]+(?:[-/][a-z0-9]+)*$/;
const labelPattern = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const count = zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().nonnegative();
const metric = zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_results_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .metricNames */ .Zv);
/** Values that can be in an id and in an argument. */
const matrixValue = zod__WEBPACK_IMPORTED_MODULE_4__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(labelPattern), zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY()]);
const plan = {
    iterations: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().positive().max(_results_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.iterations).optional(),
    warmup: count.optional(),
    measure: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['steady', 'cold']).optional(),
    timeoutMs: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().positive().optional(),
    tags: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(labelPattern).max(_results_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.name)).max(100).optional(),
    budgets: zod__WEBPACK_IMPORTED_MODULE_4__/* .partialRecord */ .jgl(metric, (0,_results_described_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)()).optional(),
    thresholds: zod__WEBPACK_IMPORTED_MODULE_4__/* .partialRecord */ .jgl(metric, _results_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .floorsSchema */ .T7).optional(),
    growth: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ maxPercent: (0,_results_described_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)() }).optional(),
    leaks: _results_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .leaksSchema */ .k9.optional(),
};
const words = zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).nonempty();
const commandLine = zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP())
    .nonempty()
    .refine(([program]) => program !== '', 'the program has no name');
/** How a program is run: the fields of a command scenario besides those that every scenario has. */
const commandFields = {
    command: commandLine,
    drive: commandLine.optional(),
    ready: zod__WEBPACK_IMPORTED_MODULE_4__/* .union */ .KCZ([
        zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ line: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1) }),
        zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ url: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1) }),
        zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ port: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1) }),
    ])
        .optional(),
    handshake: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY().optional(),
    metrics: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ url: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1), names: words }).optional(),
    env: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[A-Za-z_][A-Za-z0-9_]*$/), zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).optional(),
    cwd: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1).optional(),
    stop: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGHUP']).optional(),
};
function casesOf(shape) {
    return zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(labelPattern), zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ ...shape, params: zod__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5J() }))
        .refine((cases) => Object.keys(cases).length > 0, 'leave `cases` out, or give at least one');
}
const head = {
    name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(namePattern, 'lower case words joined by hyphens, parts by slashes, such as `search/dense`'),
    description: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1).max(_results_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.text),
    version: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().positive().optional(),
    needs: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['qdrant', 'model'])).optional(),
    cases: casesOf(plan).optional(),
    params: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[A-Za-z][A-Za-z0-9_]*$/), zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(matrixValue).nonempty())
        .refine((params) => Object.keys(params).length > 0, 'leave `params` out, or give at least one')
        .optional(),
    ...plan,
};
const exportName = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP();
const functions = zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['setup', 'run', 'teardown']));
/** One exported scenario, as the describing process reports it. Strict, so that a typo in a field is an error. */
const describedScenario = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    exportName,
    functions: functions.refine((names) => names.includes('run'), 'a scenario needs a `run` function, or a `command`'),
    ...head,
});
const { measure: _, ...commandPlan } = plan;
const { measure: __, cases: ___, ...commandHead } = head;
/** The same for a scenario that is a program. */
const describedCommand = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    exportName,
    functions: functions.refine((names) => names.length === 0, 'a scenario with a `command` has no functions'),
    ...commandHead,
    cases: casesOf(commandPlan).optional(),
    ...commandFields,
});
const notWritten = { exportName: true, functions: true };
/** The fields that users write. */
const writtenScenario = describedScenario.omit(notWritten);
const writtenCommand = describedCommand.omit(notWritten);
/** The whole answer of the describing process. */
const describerAnswer = zod__WEBPACK_IMPORTED_MODULE_4__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ scenarios: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5J()) }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ error: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
]);
//# sourceMappingURL=scenario-schema.js.map

/***/ })

};
