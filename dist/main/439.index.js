export const id = 439;
export const ids = [439];
export const modules = {

/***/ 30439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   LZ: () => (/* reexport safe */ _actions_core__WEBPACK_IMPORTED_MODULE_0__.LZ),
/* harmony export */   Os: () => (/* binding */ group),
/* harmony export */   error: () => (/* binding */ error),
/* harmony export */   lm: () => (/* binding */ notice),
/* harmony export */   pq: () => (/* binding */ info),
/* harmony export */   uH: () => (/* binding */ setOutput),
/* harmony export */   z: () => (/* reexport safe */ _actions_core__WEBPACK_IMPORTED_MODULE_0__.z)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _output_log_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74706);
/* harmony import */ var _output_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50653);



// The only module that writes to the runner. It uses the names of @actions/core and makes every text safe: a message
// may quote a scenario, a branch or a server's answer.

/** Prints a line of the log. */
function info(message) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(safe(message));
}
function notice(message, properties = {}) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm(safe(message), safeProperties(properties));
}
function warning(message, properties = {}) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(safe(message), safeProperties(properties));
}
function error(message, properties = {}) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(safe(message), safeProperties(properties));
}
/** Folds the log lines of `work` under a name. */
function group(name, work) {
    return _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .group */ .Os(onOneLine(name), work);
}
/** Sets an output of the step. */
function setOutput(name, value) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH(name, typeof value === 'string' ? (0,_output_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .redact */ .E$)(value) : value);
}
function safeProperties({ title, file, ...place }) {
    return {
        ...place,
        ...(title === undefined ? {} : { title: onOneLine(title) }),
        ...(file === undefined ? {} : { file: (0,_output_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .redact */ .E$)(file) }),
    };
}
function safe(message) {
    // Redact again: logText may have removed characters from inside a secret.
    return (0,_output_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .redact */ .E$)((0,_output_log_text_js__WEBPACK_IMPORTED_MODULE_1__/* .logText */ .kc)((0,_output_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .redact */ .E$)(message)));
}
function onOneLine(text) {
    return safe(text).replaceAll('\n', ' ');
}
//# sourceMappingURL=runner-log.js.map

/***/ }),

/***/ 74706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kc: () => (/* binding */ logText)
/* harmony export */ });
/* unused harmony exports screenText, jsonText */
/* harmony import */ var _report_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47793);

const esc = '\u001b';
/** Colours and dimming that memory-bench itself sets; they cannot move the cursor or hide text. */
const colours = new RegExp(`${esc}\\[(?:0|1|2|22|3[0-79])m`, 'g');
/** A private-use character that replaces ESC while other control characters are removed. */
const held = '\uf8ff';
/**
 * Text that is safe in a log and on a terminal, whatever it quotes. It has no control character except the line feed,
 * no invisible or bidirectional character, and no line that a GitHub runner takes for a command. The runner looks for
 * `::` at the start of a line and for `##[` anywhere in one, so a space is put between the two characters.
 */
function logText(text) {
    return withoutCommands((0,_report_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(text));
}
/** Like logText, but keeps memory-bench's own colours. */
function screenText(text) {
    const marked = text.replaceAll(held, '').replaceAll(colours, (code) => `${held}${code.slice(1)}`);
    return logText(marked)
        .replaceAll(new RegExp(`${held}(?=\\[\\d+m)`, 'g'), esc)
        .replaceAll(held, '');
}
/** Equivalent JSON that is safe in a log: characters that logText would change are written as `\uXXXX`. */
function jsonText(json) {
    return json
        .replaceAll(/##\[/g, '#\\u0023[')
        .replaceAll(/[^\P{C}\n]|\p{Zl}|\p{Zp}/gu, (character) => [...Array(character.length).keys()]
        .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
        .join(''));
}
function withoutCommands(text) {
    return text.replaceAll(/^(\s*:)(?=:)/gm, '$1 ').replaceAll(/##(?=\[)/g, '# #');
}
//# sourceMappingURL=log-text.js.map

/***/ }),

/***/ 47793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/**
 * Untrusted text, made safe for a terminal and a log. It has no escape sequence, no control character except the line
 * feed, and no invisible character that reverses or hides what follows. Every kind of line end becomes a line feed.
 */
function plainText(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text.toWellFormed())
        .replaceAll(/\r\n|[\r\u0085\u2028\u2029\v\f]/g, '\n')
        .replaceAll('\t', ' ')
        .replaceAll(invisible, '');
}
/** Control and format characters, except the line feed and the signs of Arabic and Indic numbers. */
const invisible = /[[\p{Cc}\p{Cf}]--[\n\u0600-\u0605\u06dd\u08e2\u{110bd}\u{110cd}]]/gv;
//# sourceMappingURL=plain-text.js.map

/***/ })

};
