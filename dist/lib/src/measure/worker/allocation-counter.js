import { writeFileSync } from 'node:fs';
import { post } from './post.js';
/**
 * Counts the objects that `work` allocates on the JavaScript heap, freed since or not, and writes the calls that
 * allocated them to `recordFile`. V8 attributes each allocation to a node of a trace tree. The count is the sum over
 * the tree of the closing snapshot, minus the allocations that deliver the snapshot. It is exact if nothing is
 * optimised: optimised code merges allocations and leaves some out. The work runs about twenty times slower.
 */
export async function countAllocations(session, work, recordFile) {
    const chunks = [];
    session.on('HeapProfiler.addHeapSnapshotChunk', ({ params }) => chunks.push(params.chunk));
    await post(session, 'HeapProfiler.startTrackingHeapObjects', { trackAllocations: true });
    await work();
    await post(session, 'HeapProfiler.stopTrackingHeapObjects', { reportProgress: false });
    const record = recordIn(JSON.parse(chunks.join('')));
    writeFileSync(recordFile, JSON.stringify(record));
    return record.nodes.reduce((sum, { count }) => sum + count, 0);
}
function recordIn(snapshot) {
    if (typeof snapshot !== 'object' || snapshot === null || !('trace_tree' in snapshot)) {
        throw new Error('the heap snapshot has no trace tree');
    }
    const infos = 'trace_function_infos' in snapshot ? snapshot.trace_function_infos : undefined;
    const strings = 'strings' in snapshot ? snapshot.strings : undefined;
    const functions = functionsIn(listed(infos), listed(strings));
    const isOwn = (index) => functions[index]?.url === postUrl;
    return { functions, nodes: nodesIn(snapshot.trace_tree, isOwn) };
}
/** Requests to V8 allocate hundreds of objects, most of them pieces of the snapshot. */
const postUrl = new URL('post.js', import.meta.url).href;
/** Functions are a flat list: id, name and script as string indexes, script id, line and column from 1, or 0. */
const functionFields = 6;
const [nameField, scriptField, lineField, columnField] = [1, 2, 4, 5];
function functionsIn(infos, strings) {
    const text = (index) => String(strings[Number(index)] ?? '');
    return Array.from({ length: Math.floor(infos.length / functionFields) }, (_, index) => {
        const at = index * functionFields;
        return {
            functionName: text(infos[at + nameField]),
            url: text(infos[at + scriptField]),
            line: Number(infos[at + lineField]),
            column: Number(infos[at + columnField]),
        };
    });
}
/** A trace tree is a flat list of nodes: id, function index, count, size, children. */
const nodeFields = 5;
const [functionField, countField, sizeField, childrenField] = [1, 2, 3, 4];
/** The nodes of a tree, callers before callees, without the subtrees of memory-bench's own functions. */
function nodesIn(tree, isOwn) {
    const found = [];
    const walk = (nodes, parent) => {
        if (!Array.isArray(nodes))
            throw new Error('the heap snapshot has an unknown trace tree format');
        for (let at = 0; at + nodeFields <= nodes.length; at += nodeFields) {
            const [index, count, bytes] = [nodes[at + functionField], nodes[at + countField], nodes[at + sizeField]];
            if (isOwn(Number(index)))
                continue;
            const number = found.push({ function: Number(index), parent, count: Number(count), bytes: Number(bytes) }) - 1;
            walk(nodes[at + childrenField], number);
        }
    };
    walk(tree, undefined);
    return found;
}
function listed(value) {
    return Array.isArray(value) ? value : [];
}
//# sourceMappingURL=allocation-counter.js.map