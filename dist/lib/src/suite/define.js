/** Checks the types of a scenario and hands it back. Export the result from a scenario module. */
export function defineScenario(scenario) {
    return scenario;
}
//# sourceMappingURL=define.js.map