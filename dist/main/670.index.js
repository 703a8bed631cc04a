export const id = 670;
export const ids = [670];
export const modules = {

/***/ 9670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   configFileSchema: () => (/* binding */ configFileSchema),
/* harmony export */   explain: () => (/* binding */ explain)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13798);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(37428);
/* harmony import */ var _compare_verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88287);
/* harmony import */ var _measure_profile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26180);
/* harmony import */ var _results_metrics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98954);
/* harmony import */ var _results_selection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78765);





/** Tells legal values in an error, and how to write them. */
const oneOf = (names) => zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(names);
const suiteNames = Object.keys(_results_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .suites */ .CW);
const metric = zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_results_metrics_js__WEBPACK_IMPORTED_MODULE_1__/* .metricNames */ .Zv);
const glob = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1);
const floors = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    relativePercent: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nonnegative().optional().describe('Percent of the baseline’s median'),
    absolute: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nonnegative().optional().describe('In the metric’s own unit'),
});
/** `memory-bench.config.json`: what a repository settles once. Flags win over it. */
const configFileSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    $schema: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional().describe('For editors'),
    suite: oneOf(suiteNames).optional().describe('Which cases to measure'),
    scenarios: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())
        .optional()
        .describe('Scenario files and folders, relative to this file; `builtin` for the built-in ones'),
    filter: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional().describe('Regular expression on the case id'),
    repeats: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive().optional().describe('Samples per case'),
    maxRepeats: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr()
        .positive()
        .optional()
        .describe('Most samples of a case that those did not settle; default: 4 times as many'),
    profile: oneOf(_measure_profile_js__WEBPACK_IMPORTED_MODULE_0__/* .profileNames */ .C).optional().describe('Measuring profile'),
    model: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional().describe('`all-MiniLM-L6-v2`, the name of a fastembed model, or a directory'),
    baseline: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional().describe('Baseline file, or folder of baselines by environment key'),
    failOn: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(oneOf(_compare_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .failOnKinds */ .B)).optional().describe('What makes the verdict fail'),
    require: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['qdrant', 'model']))
        .optional()
        .describe('Services whose absence is an error'),
    budgets: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(glob, zod__WEBPACK_IMPORTED_MODULE_3__/* .partialRecord */ .jgl(metric, zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig()))
        .optional()
        .describe('Glob on the case id -> metric -> hard limit, in the metric’s own unit'),
    thresholds: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(glob, zod__WEBPACK_IMPORTED_MODULE_3__/* .partialRecord */ .jgl(metric, floors))
        .optional()
        .describe('Glob on the case id -> metric -> change that is allowed against the baseline'),
})
    .describe('Configuration of memory-bench.');
/** What a schema found wrong, one line a mistake with its place. */
function explain(error) {
    return zod__WEBPACK_IMPORTED_MODULE_5__/* .prettifyError */ .S1(error);
}
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
        source: `VmRSS in ${status} after every iteration; cases with a growth limit`,
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

/***/ })

};
