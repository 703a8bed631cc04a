/** Limits on the nodes and edges of a snapshot: about 2 GB of text. */
const mostNodes = 30_000_000;
const mostEdges = 120_000_000;
const longestHead = 64 * 1024;
const mostFields = 32;
/** Types are kept in a byte. */
const mostTypes = 255;
/**
 * Reads the head of a snapshot, whose opening brace is next.
 * @throws Error if it is not a head, or names more entries than can be read or than a file of `fileBytes` can have.
 */
export function readHead(reader, fileBytes) {
    const { meta, node_count: nodeCount, edge_count: edgeCount } = recordOf(JSON.parse(balancedText(reader)));
    const fields = recordOf(meta);
    const head = {
        nodeCount: countOf(nodeCount, mostNodes),
        edgeCount: countOf(edgeCount, mostEdges),
        nodeFields: namesOf(fields.node_fields, mostFields),
        nodeTypes: namesOf(listOf(fields.node_types)[0], mostTypes),
        edgeFields: namesOf(fields.edge_fields, mostFields),
        edgeTypes: namesOf(listOf(fields.edge_types)[0], mostTypes),
        locationFields: namesOf(fields.location_fields, mostFields),
    };
    requireFields(head.nodeFields, ['type', 'name', 'id', 'self_size', 'edge_count']);
    requireFields(head.edgeFields, ['type', 'name_or_index', 'to_node']);
    // A number takes a digit and a comma.
    const leastBytes = 2 * (head.nodeCount * head.nodeFields.length + head.edgeCount * head.edgeFields.length);
    if (leastBytes > fileBytes + 2)
        throw new Error('the snapshot names more entries than its file can have');
    requireFields(head.locationFields, ['object_index', 'script_id', 'line', 'column']);
    return head;
}
function balancedText(reader) {
    const bytes = [];
    for (let depth = 0;;) {
        const byte = reader.next();
        if (byte === -1 || bytes.length > longestHead)
            throw new Error('the snapshot has no head');
        bytes.push(byte);
        // No name in a head has braces in it.
        if (byte === 0x7b)
            depth += 1;
        if (byte === 0x7d)
            depth -= 1;
        if (depth === 0 && byte === 0x7d)
            return Buffer.from(bytes).toString('utf8');
    }
}
function recordOf(value) {
    if (typeof value !== 'object' || value === null)
        throw new Error('the snapshot has an unknown format');
    return { ...value };
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
function namesOf(value, most) {
    return listOf(value).slice(0, most).map(String);
}
function countOf(value, most) {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
        throw new Error('the snapshot has no counts');
    if (value > most)
        throw new Error(`the snapshot has ${value} entries, more than can be read (${most})`);
    return value;
}
function requireFields(fields, needed) {
    const missing = needed.find((name) => !fields.includes(name));
    if (missing !== undefined)
        throw new Error(`the snapshot has no field ${missing}`);
}
//# sourceMappingURL=snapshot-head.js.map