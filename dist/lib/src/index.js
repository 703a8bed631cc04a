export * from './suite/define.js';
//# sourceMappingURL=index.js.map