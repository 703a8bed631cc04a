// A process of its own that imports one scenario file and says what it exports: a file that throws, hangs or exits
// takes only this process with it, and what it loads does not end up in ours.
import { stackText } from '../error-text.js';
import { answerWith, receiveToken } from '../services/answer.js';
const [, , scenarioUrl = ''] = process.argv;
const token = receiveToken();
try {
    const module = await import(scenarioUrl);
    // Newer Nodes give what a CommonJS module exports this name as well as `default`.
    const { 'module.exports': _, ...exported } = module;
    const scenarios = Object.entries(exported).flatMap(([exportName, value]) => looksLikeScenario(value) ? [{ ...value, exportName, functions: functionsOf(value) }] : []);
    answer({ scenarios });
}
catch (error) {
    answer({ error: stackText(error) });
}
function looksLikeScenario(value) {
    if (typeof value !== 'object' || value === null || !('name' in value))
        return false;
    return ['run', 'cases', 'params', 'command'].some((field) => field in value);
}
function functionsOf(value) {
    return Object.entries(value).flatMap(([key, member]) => (typeof member === 'function' ? [key] : []));
}
function answer(message) {
    // JSON drops the functions; the engine only needs to know that they are there.
    answerWith(token, JSON.stringify(message));
}
//# sourceMappingURL=describe-entry.js.map