export function defineScenario(scenario) {
    return scenario;
}
/** Checks the types of a configuration and returns it. Export the result from `memory-bench.config.ts`. */
export function defineConfig(config) {
    return config;
}
//# sourceMappingURL=define.js.map