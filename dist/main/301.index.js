export const id = 301;
export const ids = [301];
export const modules = {

/***/ 81301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readScript: () => (/* binding */ readScript)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(13798);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88093);
/* harmony import */ var _package_root_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18963);
/* harmony import */ var _scope_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74225);
/* harmony import */ var _services_ask_process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87874);
/* harmony import */ var _services_child_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13817);
/* harmony import */ var _services_measured_node_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(18960);
/* harmony import */ var _suite_compile_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48200);
/* harmony import */ var _suite_original_positions_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(89287);
/* harmony import */ var _suite_syntax_error_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6205);










const readWithinMs = 30_000;
/** The complete answer of the process that imports the file. */
const answerSchema = zod__WEBPACK_IMPORTED_MODULE_9__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_9__/* .strictObject */ .rej({ error: zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP() }),
    zod__WEBPACK_IMPORTED_MODULE_9__/* .strictObject */ .rej({ config: zod__WEBPACK_IMPORTED_MODULE_9__/* .unknown */ .L5J().optional() }),
]);
/**
 * Returns the default export of a TypeScript or JavaScript configuration, imported in a separate process. The scope of
 * that process covers only this read, because nothing else done with a configuration needs one.
 * @throws UsageError if the file cannot be imported or exports nothing; InterruptedError when it is cancelled.
 */
function readScript(path, workingDirectory) {
    return (0,_scope_js__WEBPACK_IMPORTED_MODULE_2__/* .withScope */ .v)(async ({ folder, guardian, signal }) => {
        const { url, sources } = await new _suite_compile_js__WEBPACK_IMPORTED_MODULE_6__/* .ScenarioCompiler */ ._(folder).compile(path);
        const reply = await (0,_services_ask_process_js__WEBPACK_IMPORTED_MODULE_3__/* .askProcess */ .F)({
            // memory-bench's own Node: the configuration decides which Node is measured.
            nodePath: process.execPath,
            nodeFlags: (0,_services_measured_node_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutTypeScript */ .u)(process.version),
            command: [(0,_package_root_js__WEBPACK_IMPORTED_MODULE_1__/* .compiledEntry */ .AK)('config/config-entry'), url],
            workingDirectory,
            // Unlike measured code, a configuration may read variables such as CI.
            env: (0,_services_child_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentWithoutSecrets */ .tL)(),
            withinMs: readWithinMs,
            folder,
            guardian,
            signal,
        });
        if ('ended' in reply) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`the configuration ${path} could not be read: importing it ended the process with ${(0,_suite_original_positions_js__WEBPACK_IMPORTED_MODULE_7__/* .inOriginalTerms */ .e)(reply.ended, sources)}`, { remedy: `Its top level must not exit, nor take more than ${readWithinMs / 1000} s.` });
        }
        const parsed = answerSchema.safeParse(reply.answer);
        if (!parsed.success) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`the configuration ${path} could not be read: its export cannot be written as JSON`, {
                remedy: 'Importing it must not replace what JSON.stringify uses, such as `toJSON` of a built-in prototype.',
            });
        }
        const answer = parsed.data;
        if ('error' in answer) {
            const told = (await (0,_suite_syntax_error_js__WEBPACK_IMPORTED_MODULE_8__/* .syntaxErrorIn */ .z)(url, answer.error, process.execPath)) ?? answer.error;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`the configuration ${path} threw on import:\n${(0,_suite_original_positions_js__WEBPACK_IMPORTED_MODULE_7__/* .inOriginalTerms */ .e)(told, sources)}`, {
                remedy: 'Mend the file; importing it must not throw.',
            });
        }
        if (answer.config === undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`the configuration ${path} has no default export`, {
                remedy: 'Write `export default defineConfig({ ... })`, or `module.exports = { ... }` in CommonJS.',
            });
        }
        return answer.config;
    });
}
//# sourceMappingURL=script-config.js.map

/***/ })

};
