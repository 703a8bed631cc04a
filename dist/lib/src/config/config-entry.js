// A process of its own that imports a configuration file and says what it exports: a file that throws, hangs or exits
// takes only this process with it.
import { stackText } from '../error-text.js';
import { answerWith, receiveToken } from '../services/answer.js';
const [, , url = ''] = process.argv;
const token = receiveToken();
try {
    const { default: exported } = await import(url);
    answer({ config: await withoutInterop(exported) });
}
catch (error) {
    answer({ error: stackText(error) });
}
/** What compilers make of `export default` in CommonJS. */
function withoutInterop(exported) {
    const isCompiled = typeof exported === 'object' && exported !== null && '__esModule' in exported;
    return isCompiled && 'default' in exported ? exported.default : exported;
}
function answer(message) {
    answerWith(token, JSON.stringify(message, dataAlone));
}
/** JSON would drop a function, and what it was to decide with it. */
function dataAlone(key, value) {
    if (typeof value === 'function')
        throw new TypeError(`${key} is a function: a configuration holds data alone`);
    return value;
}
//# sourceMappingURL=config-entry.js.map