import { none } from './shortest-paths.js';
/** An object with a smaller share of all new bytes is not followed. */
const leastShare = 0.1;
const mostHolders = 5;
const mostChildren = 20;
/**
 * The objects at which old objects end and new ones begin, most bytes first. The search starts at the root and follows
 * old objects with a large share of all new bytes. New bytes below several of them count for the lowest.
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
 * 1 for old nodes with at least `least` new bytes below them, and for nodes that lead to one. The latter may be new: a
 * function that waits has a new frame each time, while its variables are old.
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