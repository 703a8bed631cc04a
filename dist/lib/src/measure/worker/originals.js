// Functions of Node that a scenario may replace, as fake timers do. To be loaded before the scenario.
export const memoryUsage = process.memoryUsage.bind(process);
export const now = performance.now.bind(performance);
//# sourceMappingURL=originals.js.map