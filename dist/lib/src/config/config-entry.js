// A process of its own that imports a configuration file and says what it exports: a file that throws, hangs or exits
// takes only this process with it.
const [, , url = ''] = process.argv;
// Without memory-bench there is nobody to tell.
process.on('disconnect', () => process.exit(1));
try {
    const { default: exported } = await import(url);
    answer({ config: await withoutInterop(exported) });
}
catch (error) {
    answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
/** What compilers make of `export default` in CommonJS. */
function withoutInterop(exported) {
    const isCompiled = typeof exported === 'object' && exported !== null && '__esModule' in exported;
    return isCompiled && 'default' in exported ? exported.default : exported;
}
function answer(message) {
    process.send?.(JSON.parse(JSON.stringify(message, dataAlone)), undefined, undefined, () => process.exit(0));
}
/** JSON would drop a function, and what it was to decide with it. */
function dataAlone(key, value) {
    if (typeof value === 'function')
        throw new TypeError(`${key} is a function: a configuration holds data alone`);
    return value;
}
export {};
//# sourceMappingURL=config-entry.js.map