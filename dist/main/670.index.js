export const id = 670;
export const ids = [670];
export const modules = {

/***/ 9670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   configFileSchema: () => (/* binding */ configFileSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(13798);
/* harmony import */ var _compare_verdict_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(88287);
/* harmony import */ var _measure_profile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26180);
/* harmony import */ var _results_metrics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98954);
/* harmony import */ var _results_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5012);
/* harmony import */ var _results_selection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78765);
/* harmony import */ var _suite_scenario_schema_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19507);
/* harmony import */ var _environment_variables_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29240);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39252);
/* harmony import */ var _qdrant_kinds_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3557);
/* harmony import */ var _site_modes_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(46811);











const oneOf = (names) => zod__WEBPACK_IMPORTED_MODULE_7__/* ["enum"] */ .k5n(names);
const suiteNames = Object.keys(_results_selection_js__WEBPACK_IMPORTED_MODULE_3__/* .suites */ .CW);
const metric = zod__WEBPACK_IMPORTED_MODULE_7__/* ["enum"] */ .k5n(_results_metrics_js__WEBPACK_IMPORTED_MODULE_1__/* .metricNames */ .Zv);
const glob = zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().min(1);
const kind = oneOf(_qdrant_kinds_js__WEBPACK_IMPORTED_MODULE_8__/* .qdrantKinds */ .w);
const qdrant = zod__WEBPACK_IMPORTED_MODULE_7__/* .strictObject */ .rej({
    source: kind.optional().describe('Kind of source'),
    version: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().optional().describe('Version of the release or image, such as 1.16.3'),
    url: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().optional().describe('A server that is there already; its API key is no part of a file'),
    binary: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().optional().describe('A qdrant program to start, relative to this file'),
});
/** `memory-bench.config.*`: what a repository settles once. Flags and inputs win over it. */
const configFileSchema = zod__WEBPACK_IMPORTED_MODULE_7__/* .strictObject */ .rej({
    $schema: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().optional().describe('For editors'),
    suite: oneOf(suiteNames).optional().describe('Which cases to measure'),
    scenarios: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP())
        .optional()
        .describe('Scenario files, folders and globs, relative to this file; `builtin` for the built-in ones'),
    commands: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(_suite_scenario_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .writtenCommand */ .hE)
        .optional()
        .describe('Scenarios that are programs in any language; without `scenarios` they are all that is measured'),
    filter: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().optional().describe('Regular expression on the case id'),
    tags: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP()).optional().describe('Only cases with one of these tags'),
    skipTags: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP()).optional().describe('No cases with any of these tags'),
    repeats: zod__WEBPACK_IMPORTED_MODULE_7__/* .int */ .Whr().positive().optional().describe('Samples per case'),
    maxRepeats: zod__WEBPACK_IMPORTED_MODULE_7__/* .int */ .Whr()
        .positive()
        .optional()
        .describe('Most samples of a case that those did not settle; default: 4 times as many'),
    profile: oneOf(_measure_profile_js__WEBPACK_IMPORTED_MODULE_0__/* .profileNames */ .C).optional().describe('Measuring profile'),
    timeoutMinutes: zod__WEBPACK_IMPORTED_MODULE_7__/* .number */ .aig()
        .min(_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .limitInMinutes */ .Mp.least)
        .max(_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .limitInMinutes */ .Mp.most)
        .optional()
        .describe('End the measuring after so many minutes'),
    nodePath: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().optional().describe('The Node program to measure, relative to this file'),
    env: zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().regex(_environment_variables_js__WEBPACK_IMPORTED_MODULE_5__/* .variableName */ .cG), zod__WEBPACK_IMPORTED_MODULE_7__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_7__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_7__/* .boolean */ .zMY()]))
        .optional()
        .describe('Environment variables of the measured process; what is in them is no secret'),
    qdrant: zod__WEBPACK_IMPORTED_MODULE_7__/* .union */ .KCZ([kind, qdrant]).optional().describe('Where Qdrant servers come from'),
    model: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().optional().describe('`all-MiniLM-L6-v2`, the name of a fastembed model, or a directory'),
    baseline: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().optional().describe('Baseline file, or folder of baselines by environment key'),
    out: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP().optional().describe('Folder of results.json, report.md and report.html, relative to this file'),
    sites: oneOf(_site_modes_js__WEBPACK_IMPORTED_MODULE_9__/* .siteModes */ .O).optional().describe('Of which cases to record where their memory comes from'),
    failOn: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(oneOf(_compare_verdict_js__WEBPACK_IMPORTED_MODULE_10__/* .failOnKinds */ .B)).optional().describe('What makes the verdict fail'),
    require: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_7__/* ["enum"] */ .k5n(['qdrant', 'model']))
        .optional()
        .describe('Services whose absence is an error'),
    budgets: zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(glob, zod__WEBPACK_IMPORTED_MODULE_7__/* .partialRecord */ .jgl(metric, zod__WEBPACK_IMPORTED_MODULE_7__/* .number */ .aig()))
        .optional()
        .describe('Glob on the case id -> metric -> hard limit, in the metric’s own unit'),
    thresholds: zod__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1P(glob, zod__WEBPACK_IMPORTED_MODULE_7__/* .partialRecord */ .jgl(metric, _results_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .floorsSchema */ .T7))
        .optional()
        .describe('Glob on the case id -> metric -> change that is allowed against the baseline'),
})
    .describe('Configuration of memory-bench.');
//# sourceMappingURL=config-file.js.map

/***/ }),

/***/ 26180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ profileNames),
/* harmony export */   x: () => (/* binding */ profiles)
/* harmony export */ });
/** jemalloc gives freed pages back at once, so that the server's resident memory is what it uses and not what it used. */
const immediateDecay = 'dirty_decay_ms:0,muzzy_decay_ms:0';
const decayed = { MALLOC_CONF: immediateDecay, _RJEM_MALLOC_CONF: immediateDecay };
/** The measuring profiles by name. */
const profiles = {
    /** Node as it comes; Qdrant gives freed pages back at once. */
    default: { nodeFlags: [], qdrantEnv: decayed },
    /** V8 without helper threads: steadier levels, another timing. */
    stable: { nodeFlags: ['--single-threaded'], qdrantEnv: decayed },
    /** Everything as in production, Qdrant's page cache included: what a user would see, with more noise. */
    production: { nodeFlags: [], qdrantEnv: {} },
};
const profileNames = Object.keys(profiles);
//# sourceMappingURL=profile.js.map

/***/ }),

/***/ 88024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ finite),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   n$: () => (/* binding */ moment)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13798);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64377);

/** A text, a number or a moment of a document, with what it means. */
const text = (description) => zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe(description);
const finite = (description) => zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().describe(description);
const moment = (description) => zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$().describe(`${description}, ISO 8601 in UTC`);
//# sourceMappingURL=described.js.map

/***/ }),

/***/ 98954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M8: () => (/* binding */ isMetricName),
/* harmony export */   Zv: () => (/* binding */ metricNames),
/* harmony export */   u8: () => (/* binding */ metricDefinition)
/* harmony export */ });
/* unused harmony export metricDefinitions */
const window = 'the measured iterations';
const status = '/proc/self/status';
const linux = 'Linux';
const glibc = 'Linux with glibc’s own malloc';
const anywhere = 'everywhere';
const liveHeap = 'vm.measureMemory, which counts while it marks: total.jsMemoryRange[1], less process.memoryUsage().arrayBuffers';
const tree = 'Linux; command scenarios';
const pss = 'Pss of /proc/<pid>/smaps_rollup, summed over the tree: a page that n processes share counts as one n-th in each';
const ownServer = 'Linux, a Qdrant server that memory-bench started';
/** The published metrics, in the order in which they are shown. */
const metricDefinitions = {
    peak_rss_mb: {
        unit: 'MiB',
        class: 'level',
        role: 'primary',
        definition: `greatest resident set size of the worker process during ${window}`,
        source: `VmHWM in ${status}, reset with /proc/self/clear_refs before the first measured iteration`,
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
        role: 'primary',
        definition: `change of the resident set size over ${window}, settled before and after`,
        source: `VmRSS in ${status}`,
        platform: anywhere,
        seed: 'Change in RSS during the operation (key metric)',
    },
    peak_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'primary',
        definition: `peak_rss_mb less the settled resident set size before ${window}: what an iteration needs on top`,
        source: `VmHWM and VmRSS in ${status}`,
        platform: linux,
    },
    heap_peak_mb: {
        unit: 'MiB',
        class: 'level',
        role: 'supporting',
        definition: `greatest used JavaScript heap during ${window}: seen before every garbage collection and at the end`,
        source: 'v8.GCProfiler, v8.getHeapStatistics().used_heap_size',
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
        source: 'HeapProfiler.startTrackingHeapObjects with trackAllocations, in a process of its own',
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
    anon_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'supporting',
        definition: `change of the worker's resident anonymous memory over ${window}: no mapped files`,
        source: `RssAnon in ${status}`,
        platform: linux,
    },
    cold_rss_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'primary',
        definition: 'change of the resident set size over the first call of run in the process, settled before and after',
        source: `VmRSS in ${status}`,
        platform: anywhere,
    },
    cold_peak_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'primary',
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
        source: 'vm.measureMemory and process.memoryUsage().external after every iteration; cases with a growth limit',
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
    tree_peak_mb: {
        unit: 'MiB',
        class: 'level',
        role: 'primary',
        definition: 'greatest memory of all processes of a command at once, during the measured iterations (or from start to end)',
        source: `${pss}; polled every 10 ms, and raised by what VmHWM of a process rose to in between`,
        platform: tree,
    },
    tree_peak_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'primary',
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
        definition: `what the program says of its own memory after ${window}: the sum of the named gauges`,
        source: 'the endpoint of `metrics`, Prometheus text or JSON',
        platform: 'command scenarios with `metrics`',
    },
    reported_delta_mb: {
        unit: 'MiB',
        class: 'change',
        role: 'primary',
        definition: `change of what the program says of its own memory over ${window}`,
        source: 'the endpoint of `metrics`',
        platform: 'command scenarios with `metrics`',
    },
    reported_growth_mb: {
        unit: 'MiB',
        class: 'slope',
        role: 'primary',
        definition: `slope (Theil-Sen) of what the program says of its own memory over ${window}, per 1,000 iterations`,
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
    qdrant_peak_rss_mb: {
        unit: 'MiB',
        class: 'level',
        role: 'primary',
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
//# sourceMappingURL=metrics.js.map

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

/** Bounds: a baseline is kept in repositories, and results of a fork are read by a run that is trusted. */
const mostPackages = 2_000;
const longestPackageName = 214;
const longestVersions = 200;
const versions = (description) => zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(longestPackageName), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(longestVersions))
    .refine((record) => Object.keys(record).length <= mostPackages, `more than ${mostPackages} packages`)
    .meta({ maxProperties: mostPackages })
    .describe(`${description}: name -> version, or several side by side`);
/** What a results document says of the packages in use. */
const packagesSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    direct: versions('What the package.json of the working directory depends on, development aside'),
    transitive: versions('What those depend on in turn'),
    scenarios: versions('What only the scenario files lead to, such as development dependencies they import'),
})
    .describe('Packages as the working directory loads them. Differ -> compared, named first');
//# sourceMappingURL=packages.js.map

/***/ }),

/***/ 55613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mD: () => (/* binding */ failedSample),
/* harmony export */   mb: () => (/* binding */ mostSites),
/* harmony export */   n_: () => (/* binding */ measuredSample)
/* harmony export */ });
/* unused harmony export trend */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13798);
/* harmony import */ var _described_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88024);
/* harmony import */ var _metrics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98954);



function describeMetric(name) {
    const { unit, definition, source, platform } = (0,_metrics_js__WEBPACK_IMPORTED_MODULE_0__/* .metricDefinition */ .u8)(name);
    return `${definition}. Unit: ${unit}${unit === 'MiB' ? ' (bytes / 1024²)' : ''}. Source: ${source}. Platform: ${platform}.`;
}
const optionalPerMetric = (value) => zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej(Object.fromEntries(_metrics_js__WEBPACK_IMPORTED_MODULE_0__/* .metricNames */ .Zv.map((name) => [name, value(name).optional()])));
const metrics = optionalPerMetric((name) => zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().describe(describeMetric(name)));
const absent = optionalPerMetric((name) => (0,_described_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(`Why ${name} could not be had`));
const iterations = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    durationMs: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()).describe('Duration of each measured iteration, in ms'),
    rssBytes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig())
        .describe('Resident set size after each measured iteration, in bytes; for commands memory of the tree (PSS)'),
    anonBytes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig())
        .optional()
        .describe('Resident anonymous memory after each iteration, in bytes (Linux); for commands of the tree (PSS)'),
    heapBytes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig())
        .optional()
        .describe('Live JavaScript objects plus external memory after each iteration and a garbage collection, in bytes'),
    nativeBytes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig())
        .optional()
        .describe('Live native bytes after each iteration and a garbage collection, in bytes (glibc)'),
    reportedBytes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig())
        .optional()
        .describe('Commands: what the program reports itself after each iteration, in bytes'),
    qdrantBytes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig())
        .optional()
        .describe('Live bytes of the Qdrant server after each iteration, by its own jemalloc count, in bytes'),
});
const timeline = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    atMs: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()).describe('Moments of the readings, in ms since the worker was started'),
    workerRssBytes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig())
        .describe('Resident set size of the worker, in bytes; for commands memory of the process tree (PSS)'),
    qdrantRssBytes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullable())
        .describe('Resident set size of the Qdrant server, in bytes; null where there is none of ours'),
    phases: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ name: (0,_described_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)('Phase that began'), atMs: (0,_described_js__WEBPACK_IMPORTED_MODULE_2__/* .finite */ .E2)('When it began, in ms since the start') }))
        .describe('What the worker was doing'),
});
/** A series over iterations, fitted. */
const trend = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    slopeBytes: (0,_described_js__WEBPACK_IMPORTED_MODULE_2__/* .finite */ .E2)('Theil-Sen slope, in bytes per iteration'),
    lowerBytes: (0,_described_js__WEBPACK_IMPORTED_MODULE_2__/* .finite */ .E2)('Lower end of the 99 % interval of the slope, in bytes per iteration'),
    upperBytes: (0,_described_js__WEBPACK_IMPORTED_MODULE_2__/* .finite */ .E2)('Upper end of the 99 % interval of the slope, in bytes per iteration'),
    earlySlopeBytes: (0,_described_js__WEBPACK_IMPORTED_MODULE_2__/* .finite */ .E2)('Theil-Sen slope of the first half, in bytes per iteration'),
    lateSlopeBytes: (0,_described_js__WEBPACK_IMPORTED_MODULE_2__/* .finite */ .E2)('Theil-Sen slope of the last half, in bytes per iteration'),
    lateLowerBytes: (0,_described_js__WEBPACK_IMPORTED_MODULE_2__/* .finite */ .E2)('Lower end of the 99 % interval of the slope of the last half, in bytes per iteration'),
    lateUpperBytes: (0,_described_js__WEBPACK_IMPORTED_MODULE_2__/* .finite */ .E2)('Upper end of the 99 % interval of the slope of the last half, in bytes per iteration'),
    mannKendallP: (0,_described_js__WEBPACK_IMPORTED_MODULE_2__/* .finite */ .E2)('Two-sided p of the Mann-Kendall trend test; for information'),
    toleranceBytes: (0,_described_js__WEBPACK_IMPORTED_MODULE_2__/* .finite */ .E2)('Slope above which the series is suspected, in bytes per iteration'),
    verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['leak', 'ratchet', 'stable']).describe('What the shape of this one series says'),
});
const leak = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['leak', 'ratchet', 'stable']).describe('What the accusing series of this sample say together'),
    heap: trend.optional().describe('JavaScript heap plus external memory; absent for commands'),
    native: trend.optional().describe('Live native bytes; absent where malloc is not glibc’s'),
    anon: trend.optional().describe('Resident anonymous memory: confirms, does not accuse'),
    qdrant: trend
        .optional()
        .describe('Live bytes of the Qdrant server; `stable` where it was written to, keeping what it is given being what it is for'),
    tree: trend.optional().describe('Commands: anonymous memory of the process tree'),
    reported: trend.optional().describe('Commands: what the program reports itself'),
    iterations: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().describe('Iterations the fit is made of: more than planned where a suspicion was followed up'),
})
    .refine(({ heap, tree }) => heap !== undefined || tree !== undefined, 'a fit of no series');
/** Functions or lines that a document names, at most: what matters is at the top. */
const mostSites = 20;
const longestPath = 300;
const longestFunction = 120;
const place = {
    file: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .max(longestPath)
        .describe('Relative to the working directory; of a package `node_modules/<package>/...`; empty for native code'),
    line: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr()
        .nonnegative()
        .describe('Of a `buffer` the line that makes it, of objects on the heap the line their function begins on; 0 without one'),
    function: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(longestFunction).describe('Name of the function; empty where it has none'),
};
const site = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    ...place,
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['heap', 'buffer'])
        .describe('`heap`: JavaScript objects, sampled; `buffer`: Buffers and ArrayBuffers, counted'),
    bytes: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative().describe('Bytes over all measured iterations'),
    caller: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej(place)
        .optional()
        .describe('Of a site in a package: the nearest function of the user’s own that called it'),
});
const sites = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    alive: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(site).max(mostSites).describe('Who allocated what is alive after the measured iterations, most first'),
    allocated: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(site)
        .max(mostSites)
        .describe('Who allocated how much, freed since or not, most first; heap of cold cases left out'),
});
const sampleError = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['import', 'setup', 'run', 'teardown', 'timeout', 'exit', 'signal', 'qdrant', 'measure'])
        .describe('Where the sample broke'),
    message: (0,_described_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)('What happened, and what to do'),
    stack: (0,_described_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)('Stack of the scenario’s own error').optional(),
    log: (0,_described_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)('Last lines the worker wrote').optional(),
});
const passes = ['memory', 'allocations', 'sites'];
/** A sample that was taken. */
const measuredSample = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('measured'),
    pass: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(passes)
        .describe('`allocations` samples are taken with V8’s allocation tracker on and carry allocation_count only; `sites` samples with its sampling heap profiler, and carry `sites` only'),
    index: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative().describe('Number of the sample within its case and pass, from 0'),
    startedAt: (0,_described_js__WEBPACK_IMPORTED_MODULE_2__/* .moment */ .n$)('When the worker was started'),
    metrics: metrics.describe('Published metrics of this sample'),
    absent: absent.describe('Metrics that could not be had here, with the reason'),
    unsettled: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())
        .describe('Readings that were taken although memory still moved after the time allowed for settling'),
    iterations: iterations.optional().describe('Readings per measured iteration'),
    timeline: timeline.optional().describe('Memory over time, polled; for pictures, not for judging'),
    leak: leak.optional().describe('Fit of the growth over the iterations; cases with a growth limit'),
    sites: sites.optional().describe('Which functions the memory comes from'),
});
/** A sample that broke. */
const failedSample = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('failed'),
    pass: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(passes),
    index: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
    startedAt: (0,_described_js__WEBPACK_IMPORTED_MODULE_2__/* .moment */ .n$)('When the worker was started'),
    error: sampleError,
});
//# sourceMappingURL=sample-schema.js.map

/***/ }),

/***/ 5012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T7: () => (/* binding */ floorsSchema),
/* harmony export */   sy: () => (/* binding */ resultsSchema),
/* harmony export */   xX: () => (/* binding */ longestHistory)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13798);
/* harmony import */ var _described_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88024);
/* harmony import */ var _metrics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98954);
/* harmony import */ var _packages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41606);
/* harmony import */ var _sample_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55613);





/** What a difference has to exceed, as scenarios and configurations name it. */
const floorsSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    relativePercent: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nonnegative().optional().describe('Percent of the baseline’s median'),
    absolute: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nonnegative().optional().describe('In the metric’s own unit'),
});
const caseResult = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    id: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Scenario name and case label: `single-document/100KB`'),
    source: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Scenario file, relative to the working directory; `builtin` for a built-in one'),
    description: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('What the workload is'),
    tags: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()).describe('Tags, needs included'),
    definitionHash: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Hash of what makes the case what it is; cases of different hashes are not compared'),
    budgets: zod__WEBPACK_IMPORTED_MODULE_3__/* .partialRecord */ .jgl(zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_metrics_js__WEBPACK_IMPORTED_MODULE_0__/* .metricNames */ .Zv), zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig()).describe('Hard limits, in the metric’s own unit'),
    thresholds: zod__WEBPACK_IMPORTED_MODULE_3__/* .partialRecord */ .jgl(zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_metrics_js__WEBPACK_IMPORTED_MODULE_0__/* .metricNames */ .Zv), floorsSchema)
        .optional()
        .describe('Floors of the scenario’s own, both of which a difference has to exceed'),
    growthLimited: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().describe('Whether leak detection is on'),
    skipped: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Why the case was not measured').optional(),
    samples: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .discriminatedUnion */ .gMt('status', [_sample_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .measuredSample */ .n_, _sample_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .failedSample */ .mD])),
    extensions: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        after: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nonnegative().describe('Samples there were'),
        reason: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['confirm', 'decide'])
            .describe('`confirm`: a regression was seen, and has to be seen again; `decide`: the samples were too few to say'),
        about: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()).describe('The metrics, or `leak`'),
    }))
        .optional()
        .describe('When more samples than planned were asked for, and why'),
});
const identity = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    os: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('process.platform'),
    arch: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('process.arch'),
    libc: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('`glibc`, `musl` or `system`, and the name of a preloaded library, which may be another allocator'),
    cores: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive().describe('Cores this process may use'),
    model: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Id of the embedding model, or `none`'),
    qdrant: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('`own`: fresh servers that memory-bench starts; `external`: a server that was there already'),
    profile: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Measuring profile: which flags and allocator settings were in force'),
});
const environment = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    key: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Identity as a file name'),
    identity: identity.describe('Differs -> cases are incomparable'),
    subject: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())
        .describe('Versions of Node, Qdrant and packages, and `env NAME` for variables that the configuration sets: what a pull request changes. Differs -> compared, named first'),
    packages: _packages_js__WEBPACK_IMPORTED_MODULE_1__/* .packagesSchema */ .TI.optional(),
    context: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())
        .describe('CPU model, kernel, memory, runner: differs -> compared with a notice'),
});
const medians = zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    definitionHash: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Hash of the case’s definition then; medians of different hashes are not comparable'),
    medians: zod__WEBPACK_IMPORTED_MODULE_3__/* .partialRecord */ .jgl(zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_metrics_js__WEBPACK_IMPORTED_MODULE_0__/* .metricNames */ .Zv), zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig()).describe('Metric -> median over the samples'),
}))
    .describe('Case id -> what was measured of it');
/** How many runs a baseline remembers. */
const longestHistory = 30;
const history = zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    sha: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Commit that was measured').optional(),
    startedAt: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .moment */ .n$)('When that run began'),
    cases: medians,
}))
    .max(longestHistory)
    .describe('Baselines: the runs on the branch before this one, newest first');
function isPattern(pattern) {
    try {
        new RegExp(pattern);
        return true;
    }
    catch {
        return false;
    }
}
/** The results document, version 1: what a run measured. A baseline is such a document, its timelines thinned. */
const resultsSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1).describe('Version of this format'),
    tool: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ name: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Package name'), version: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Package version') }),
    startedAt: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .moment */ .n$)('When the run began'),
    finishedAt: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .moment */ .n$)('When the run ended; absent while it goes on, and where it was killed').optional(),
    commit: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        sha: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Commit that was measured'),
        dirty: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().describe('Whether the work tree had changes on top'),
    })
        .optional()
        .describe('Absent outside of a git work tree'),
    selection: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        suite: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Name of the suite'),
        filter: (0,_described_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Regular expression on the case id').refine(isPattern, 'not a regular expression').optional(),
        scenarios: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())
            .describe('Scenario files, folders and globs, relative to the working directory; `builtin` for the built-in ones'),
        tags: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()).describe('Only cases with one of these tags, where there are any'),
        skipTags: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()).describe('No cases with any of these tags'),
        repeats: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive().describe('Samples per case'),
    })
        .describe('Which cases were to be measured'),
    environment,
    cases: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(caseResult),
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13798);
/* harmony import */ var _results_metrics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98954);
/* harmony import */ var _results_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5012);



const namePattern = /^[a-z0-9]+(?:[-/][a-z0-9]+)*$/;
const labelPattern = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const count = zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative();
const metric = zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_results_metrics_js__WEBPACK_IMPORTED_MODULE_0__/* .metricNames */ .Zv);
/** What can stand in an id, and in an argument. */
const matrixValue = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(labelPattern), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()]);
const plan = {
    iterations: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive().optional(),
    warmup: count.optional(),
    measure: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['steady', 'cold']).optional(),
    timeoutMs: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().positive().optional(),
    tags: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(labelPattern)).optional(),
    budgets: zod__WEBPACK_IMPORTED_MODULE_2__/* .partialRecord */ .jgl(metric, zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig()).optional(),
    thresholds: zod__WEBPACK_IMPORTED_MODULE_2__/* .partialRecord */ .jgl(metric, _results_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .floorsSchema */ .T7).optional(),
    growth: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ maxPercent: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig() }).optional(),
};
const words = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nonempty();
const commandLine = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())
    .nonempty()
    .refine(([program]) => program !== '', 'the program has no name');
/** How a program is run: the fields of a command scenario beside those that every scenario has. */
const commandFields = {
    command: commandLine,
    drive: commandLine.optional(),
    ready: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
        zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ line: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1) }),
        zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1) }),
        zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ port: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1) }),
    ])
        .optional(),
    handshake: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().optional(),
    metrics: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1), names: words }).optional(),
    env: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[A-Za-z_][A-Za-z0-9_]*$/), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).optional(),
    cwd: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).optional(),
    stop: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGHUP']).optional(),
};
function casesOf(shape) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(labelPattern), zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...shape, params: zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J() }))
        .refine((cases) => Object.keys(cases).length > 0, 'leave `cases` out, or give at least one');
}
const head = {
    name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(namePattern, 'lower case words joined by hyphens, parts by slashes, such as `search/dense`'),
    description: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1),
    version: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive().optional(),
    needs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['qdrant', 'model'])).optional(),
    cases: casesOf(plan).optional(),
    params: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[A-Za-z][A-Za-z0-9_]*$/), zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(matrixValue).nonempty())
        .refine((params) => Object.keys(params).length > 0, 'leave `params` out, or give at least one')
        .optional(),
    ...plan,
};
const exportName = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP();
const functions = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['setup', 'run', 'teardown']));
/** What the describing process says of one exported scenario. Strict, so that a typo in a field is an error. */
const describedScenario = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    exportName,
    functions: functions.refine((names) => names.includes('run'), 'a scenario needs a `run` function, or a `command`'),
    ...head,
});
const { measure: _, ...commandPlan } = plan;
const { measure: __, cases: ___, ...commandHead } = head;
/** The same of a scenario that is a program. */
const describedCommand = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    exportName,
    functions: functions.refine((names) => names.length === 0, 'a scenario with a `command` has no functions'),
    ...commandHead,
    cases: casesOf(commandPlan).optional(),
    ...commandFields,
});
const notWritten = { exportName: true, functions: true };
/** The fields of it that somebody writes. */
const writtenScenario = describedScenario.omit(notWritten);
const writtenCommand = describedCommand.omit(notWritten);
/** The whole answer of the describing process. */
const describerAnswer = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ scenarios: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()) }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ error: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
]);
//# sourceMappingURL=scenario-schema.js.map

/***/ })

};
