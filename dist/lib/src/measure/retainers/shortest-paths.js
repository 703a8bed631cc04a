/** No node, or no edge. */
export const none = 0xffffffff;
/** Roots whose edges do not show what holds an object; they are followed after all others. */
const lastRootNames = [
    '(Global handles)',
    '(Stack roots)',
    '(Handle scope)',
    '(Internalized strings)',
    '(Compilation cache)',
];
/**
 * Searches breadth-first from the root along strong edges. It first follows only old objects, so that an old object is
 * not mistaken for one that a new object holds.
 */
export function shortestPaths(snapshot, isOld) {
    const { nodeCount, firstEdge, edgeTo, edgeType, edgeTypes } = snapshot;
    const parent = new Uint32Array(nodeCount).fill(none);
    const edge = new Uint32Array(nodeCount).fill(none);
    const order = new Uint32Array(nodeCount);
    const weak = edgeTypes.map((name) => name === 'weak' || name === 'shortcut');
    const lastRoots = lastRootsOf(snapshot);
    const synthetic = snapshot.nodeTypes.indexOf('synthetic');
    let length = Math.min(1, nodeCount);
    for (const onlyOld of [true, false]) {
        // A new object that an old one holds as well does not belong to a root.
        const later = onlyOld ? lastRoots : rootsIn(snapshot);
        const isLater = new Set(later);
        let at = 0;
        const reach = () => {
            for (; at < length; at += 1) {
                const node = order[at] ?? 0;
                if (!isLater.has(node))
                    follow(node, onlyOld);
            }
        };
        reach();
        for (const root of later) {
            follow(root, onlyOld);
            reach();
        }
    }
    return { parent, edge, order: order.subarray(0, length) };
    function follow(node, onlyOld) {
        const end = firstEdge[node + 1] ?? 0;
        for (let each = firstEdge[node] ?? 0; each < end; each += 1) {
            const to = edgeTo[each] ?? 0;
            if (to === 0 || parent[to] !== none || weak[edgeType[each] ?? 0] || (onlyOld && isOld[to] === 0))
                continue;
            // Skip the snapshot's own table of objects.
            if (snapshot.type[node] === synthetic && snapshot.text(snapshot.edgeName[each] ?? 0).endsWith('IdentityMapBase'))
                continue;
            parent[to] = node;
            edge[to] = each;
            order[length] = to;
            length += 1;
        }
    }
}
/** Roots are among the first nodes. */
const mostRoots = 100;
function rootsIn({ nodeCount, nodeTypes, type }) {
    const first = Array.from({ length: Math.min(nodeCount, mostRoots) }, (_, node) => node);
    return first.filter((node) => nodeTypes[type[node] ?? 0] === 'synthetic');
}
/** The roots that are followed last, in their order. */
function lastRootsOf(snapshot) {
    return lastRootNames.flatMap((name) => rootNamed(snapshot, name) ?? []);
}
function rootNamed(snapshot, name) {
    return rootsIn(snapshot).find((node) => snapshot.text(snapshot.name[node] ?? 0) === name);
}
//# sourceMappingURL=shortest-paths.js.map