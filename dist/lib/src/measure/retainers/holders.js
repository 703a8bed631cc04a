import { none } from './shortest-paths.js';
/** Less than this share of all that is new is not followed. */
const leastShare = 0.1;
const mostHolders = 5;
const mostChildren = 20;
/**
 * Where old objects end and new ones begin: from the root along the old objects that have a good share of all that is
 * new. What an old object holds beyond such old objects below it is its own. The most bytes first.
 */
export function holdersOf(snapshot, paths, growth) {
    const total = growth.bytes[0] ?? 0;
    const least = Math.max(1, leastShare * total);
    const leadsOn = leadsToOld(paths, growth, least);
    const found = [];
    const open = [0];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
        let bytes = growth.bytes[node] ?? 0;
        let objects = growth.objects[node] ?? 0;
        const fresh = [];
        for (const child of childrenOf(snapshot, paths, node)) {
            if (leadsOn[child] === 1) {
                open.push(child);
                bytes -= growth.bytes[child] ?? 0;
                objects -= growth.objects[child] ?? 0;
            }
            else if ((growth.bytes[child] ?? 0) > 0)
                fresh.push(child);
        }
        if (bytes < least || node === 0)
            continue;
        const children = fresh.sort((a, b) => (growth.bytes[b] ?? 0) - (growth.bytes[a] ?? 0)).slice(0, mostChildren);
        found.push({ node, bytes, objects, children });
    }
    return found.sort((a, b) => b.bytes - a.bytes).slice(0, mostHolders);
}
/**
 * 1 for old nodes with at least so much that is new below them, and for what leads to one: of a function that waits, the
 * frame is new each time and its variables are old.
 */
function leadsToOld({ order, parent }, { isOld, bytes }, least) {
    const leads = new Uint8Array(isOld.length);
    for (let at = order.length - 1; at > 0; at -= 1) {
        const node = order[at] ?? 0;
        if (isOld[node] === 1 && (bytes[node] ?? 0) >= least)
            leads[node] = 1;
        const before = parent[node] ?? none;
        if (leads[node] === 1 && before !== none)
            leads[before] = 1;
    }
    return leads;
}
/** The nodes whose shortest path goes through `node`. */
export function* childrenOf({ firstEdge, edgeTo }, { edge }, node) {
    const end = firstEdge[node + 1] ?? 0;
    for (let each = firstEdge[node] ?? 0; each < end; each += 1) {
        const to = edgeTo[each] ?? none;
        if (edge[to] === each)
            yield to;
    }
}
//# sourceMappingURL=holders.js.map