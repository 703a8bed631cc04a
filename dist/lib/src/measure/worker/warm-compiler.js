/** Calls after which V8 has optimised a function; about 5 ms per function. */
const calls = 400_000;
/**
 * Makes V8 optimise a few functions before anything is measured. The first optimisation makes about 3.4 MiB of the node
 * binary resident and touches 0.4 MiB of anonymous memory: thread stacks and tables. Otherwise that memory would count
 * for the first call that runs a hot loop, which depends on timing.
 */
export function warmCompiler() {
    let sum = 0;
    for (const hot of [numbers, objects, strings, closures]) {
        for (let call = 0; call < calls; call += 1)
            sum = (sum + hot(call)) % 1_000_003;
    }
    return sum;
}
function numbers(value) {
    return (value * 3 + 1) % 1_009;
}
function objects(value) {
    const point = { x: value, y: value & 7 };
    return point.x + point.y;
}
function strings(value) {
    return 'memory'.charCodeAt(value % 6);
}
function closures(value) {
    const add = (other) => value + other;
    return add(value & 3);
}
//# sourceMappingURL=warm-compiler.js.map