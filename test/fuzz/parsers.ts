import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { readActionInputs, readCommentInputs } from '../../src/config/action-inputs.js';
import { readVariables, settableVariables } from '../../src/config/environment-variables.js';
import { loadConfig } from '../../src/config/load.js';
import { nearestName } from '../../src/config/nearest-name.js';
import { qdrantSource } from '../../src/config/qdrant-source.js';
import { readConfigFile } from '../../src/config/read-config-file.js';
import { artifactUrl, baselineArtifact, resultsArtifact } from '../../src/github/artifact-names.js';
import { readContext } from '../../src/github/context.js';
import { parseHandover } from '../../src/github/handover.js';
import { unzip } from '../../src/github/zip.js';
import { readManifest } from '../../src/init/manifest.js';
import { versionOfRange } from '../../src/init/node-version.js';
import { cutToWidth, widthOf } from '../../src/live/width.js';
import { parseStat } from '../../src/measure/command/process-table.js';
import { sumOfGauges } from '../../src/measure/command/reported.js';
import { parseWorkerMessage } from '../../src/measure/messages.js';
import { shownFrame } from '../../src/measure/native/frames.js';
import { parseHeaptrackText } from '../../src/measure/native/heaptrack-text.js';
import { parseMassifFile } from '../../src/measure/native/massif-file.js';
import { programIn } from '../../src/measure/native/owner.js';
import { readableName } from '../../src/measure/native/rust-names.js';
import { topStacks } from '../../src/measure/native/top-stacks.js';
import { findRetainers } from '../../src/measure/retainers/find-retainers.js';
import { fileNameOf } from '../../src/measure/sites/heap-profile-file.js';
import { readAllocations } from '../../src/measure/sites/read-allocations.js';
import { readSites } from '../../src/measure/sites/read-sites.js';
import { mappedIn } from '../../src/measure/smaps-rollup.js';
import { parseSticky } from '../../src/report/sticky.js';
import { parseBoundedJson } from '../../src/results/bounded-json.js';
import { globMistake, matchesGlob } from '../../src/results/glob.js';
import { selects } from '../../src/results/selection.js';
import { parseResults } from '../../src/results/store.js';
import { readMaxLength } from '../../src/services/model/model-directory.js';
import { parseSafetensors } from '../../src/services/model/safetensors.js';
import { inOriginalTerms } from '../../src/suite/original-positions.js';
import { fillIn } from '../../src/suite/placeholders.js';
import { beginsStrict } from '../../src/suite/rewrite-imports.js';
import { describedCommand, describedScenario } from '../../src/suite/scenario-schema.js';
import { createSelection } from '../builders.js';
import { documents, handovers } from './documents.js';
import { anyJson, anyText, mutated, mutatedBytes, mutatedJson, mutatedText } from './hostile-inputs.js';
import {
  configText,
  heaptrackText,
  massifText,
  payloads,
  records,
  rollupText,
  snapshotBefore,
  snapshotText,
  workerMessages,
} from './samples.js';
import { defineTarget, type Target } from './target.js';

/** Readers of files get one; each input is written over the one before. */
const folder = mkdtempSync(join(tmpdir(), 'memory-bench-fuzz-'));

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const archives = [
  zipSync({ 'results.json': strToU8('{"a":1}'.repeat(30)), 'handover.json': strToU8('{}'), 'report.md': strToU8('a') }),
  zipSync({ 'results.json': strToU8('{}') }, { level: 0 }),
];

const safetensors = tensorsOf({ a: { dtype: 'F32', shape: [2], data_offsets: [0, 8] } }, 8);

function tensorsOf(header: object, dataBytes: number): Uint8Array {
  const text = Buffer.from(JSON.stringify(header));
  const head = Buffer.alloc(8);
  head.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([head, text, Buffer.alloc(dataBytes)]);
}

const globParts = fc.constantFrom(
  'a',
  'b',
  '*',
  '**',
  '?',
  '/',
  '[a-z]',
  '[^',
  ']',
  '{a,b}',
  '{',
  '}',
  ',',
  '\\',
  '!',
  '(',
  '|',
  '.',
);
const globs = fc.oneof(
  fc.array(globParts, { maxLength: 30 }).map((parts) => parts.join('')),
  anyText,
);

const environment = {
  GITHUB_REPOSITORY: 'acme/search',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_RUN_ID: '7',
  GITHUB_WORKFLOW_REF: 'acme/search/.github/workflows/memory.yml@refs/heads/main',
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_REF: 'refs/pull/1/merge',
  GITHUB_SHA: 'a'.repeat(40),
};

const inputNames = [
  'suite',
  'filter',
  'repeats',
  'qdrant-url',
  'env',
  'budgets',
  'thresholds',
  'matrix',
  'comment-key',
  'fail-on',
  'baseline',
  'timeout-minutes',
  'summary',
  'model',
];
const inputs = fc
  .dictionary(
    fc.constantFrom(...inputNames),
    fc.oneof(anyText, mutatedText(['"search/**": { peak_rss_mb: 320 }', '{"node":22,"os":"ubuntu"}'])),
    { maxKeys: 4 },
  )
  .map((given) =>
    Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  );

const surroundings = {
  workingDirectory: folder,
  nodePath: 'node',
  packagesFolder: folder,
  cacheDir: folder,
  automaticQdrant: ['embedded' as const],
  releases: { url: 'https://api.github.com', token: undefined },
};

const scenario = {
  exportName: 'a',
  functions: ['run'],
  name: 'search/dense',
  description: 'A search.',
  cases: { '10KB': { params: { size: 1 } } },
  growth: { maxPercent: 5 },
  tags: ['a'],
};
const command = {
  exportName: 'a',
  functions: [],
  name: 'a',
  description: 'b',
  command: ['node', '{port}'],
  ready: { line: 'up' },
  env: { A: 'b' },
};

export const parsers: readonly Target[] = [
  defineTarget({
    name: 'results and baselines',
    weight: 2,
    inputs: mutatedJson(documents),
    run: (text) => void parseResults(text, 'a.json', 'baseline'),
  }),
  defineTarget({
    name: 'handover',
    weight: 2,
    inputs: mutatedJson(handovers),
    run: (text) => void parseHandover(text),
  }),
  defineTarget({
    name: 'JSON with limits',
    weight: 2,
    throwsPlainErrors: true,
    inputs: mutatedJson(handovers),
    run: (text) => void parseBoundedJson(text),
  }),
  defineTarget({
    name: 'archive of an artifact',
    weight: 3,
    throwsPlainErrors: true,
    inputs: mutatedBytes(archives),
    run: (bytes) => void unzip(bytes, ['results.json', 'handover.json'], { entries: 100, fileBytes: 1_000 }),
  }),
  defineTarget({
    name: 'sections of a comment',
    weight: 3,
    inputs: mutatedText([
      '<!-- memory-bench:default -->\n<!-- memory-bench:section leg="a" run="1" attempt="1" sha="b" -->\nc\n<!-- memory-bench:end -->',
    ]),
    run: (text) => void parseSticky(text),
  }),
  defineTarget({
    name: 'payload of an event',
    inputs: mutatedJson(payloads),
    run: (text) => void readContext({ ...environment, GITHUB_EVENT_PATH: written('event.json', text) }),
  }),
  defineTarget({
    name: 'variables of a runner',
    weight: 2,
    inputs: fc.record({
      GITHUB_REPOSITORY: anyText,
      GITHUB_WORKFLOW_REF: anyText,
      GITHUB_REF: anyText,
      GITHUB_RUN_ID: anyText,
    }),
    run: (variables) =>
      void readContext({ ...environment, ...variables, GITHUB_EVENT_PATH: written('empty.json', '{}') }),
  }),
  defineTarget({
    name: 'glob',
    weight: 4,
    inputs: fc.tuple(globs, fc.oneof(anyText, globs)),
    run: ([glob, text]) => void [globMistake(glob), matchesGlob(glob, text)],
  }),
  defineTarget({
    name: 'selection of a document',
    weight: 2,
    inputs: fc.record({
      scenarios: fc.array(globs, { maxLength: 3 }),
      tags: fc.array(anyText, { maxLength: 2 }),
      id: anyText,
      source: anyText,
    }),
    run: ({ scenarios, tags, id, source }) => void selects(createSelection({ scenarios, tags }), { id, source, tags }),
  }),
  defineTarget({
    name: 'artifact names',
    weight: 2,
    inputs: fc.tuple(anyText, anyText),
    run: ([leg, environmentKey]) =>
      void [
        baselineArtifact({ prefix: 'a', environmentKey, leg }),
        resultsArtifact({ prefix: 'a', environmentKey, leg }, 1),
        artifactUrl('https://a.b', 1, 2),
      ],
  }),
  defineTarget({
    name: 'configuration in JSON',
    weight: 0.5,
    inputs: mutatedJson([JSON.parse(configText.json)]),
    run: async (text) => void (await readConfigFile(written('memory-bench.json', text), folder)),
  }),
  defineTarget({
    name: 'configuration in YAML',
    weight: 0.5,
    inputs: mutatedText([configText.yaml, configText.aliases]),
    run: async (text) => void (await readConfigFile(written('memory-bench.yml', text), folder)),
  }),
  defineTarget({
    name: 'flags',
    weight: 1,
    inputs: fc.record(
      {
        suite: fc.constantFrom('smoke', 'full', 'a'),
        filter: anyText,
        repeats: fc.nat(500),
        maxRepeats: fc.nat(500),
        env: fc.array(
          anyText.map((text) => `A=${text}`),
          { maxLength: 2 },
        ),
        qdrantUrl: fc.oneof(anyText, fc.constant('http://a')),
        model: anyText,
      },
      { requiredKeys: [] },
    ),
    run: async (flags) => void (await loadConfig(flags, surroundings)),
  }),
  defineTarget({
    name: 'inputs of the action',
    weight: 0.3,
    inputs,
    run: async (given) =>
      void (await readActionInputs({
        INPUT_GITHUB_TOKEN: 'a',
        'INPUT_GITHUB-TOKEN': 'a',
        GITHUB_WORKSPACE: folder,
        ...given,
      })),
  }),
  defineTarget({
    name: 'inputs of the comment action',
    weight: 2,
    inputs,
    run: (given) => void readCommentInputs({ 'INPUT_GITHUB-TOKEN': 'a', ...given }),
  }),
  defineTarget({
    name: 'variables of the measured process',
    weight: 2,
    inputs: fc.array(
      fc.oneof(
        anyText,
        anyText.map((text) => `A=${text}`),
      ),
      { maxLength: 3 },
    ),
    run: (lines) => void settableVariables(readVariables(lines)),
  }),
  defineTarget({
    name: 'source of Qdrant',
    weight: 2,
    inputs: fc.record({ url: anyText, version: anyText }, { requiredKeys: [] }),
    run: (wish) => void qdrantSource({}, wish, { apiKey: undefined, order: [] }),
  }),
  defineTarget({
    name: 'nearest name',
    weight: 2,
    inputs: fc.tuple(anyText, fc.array(anyText, { maxLength: 4 })),
    run: ([name, names]) => void nearestName(name, names),
  }),
  defineTarget({
    name: 'definition of a scenario',
    weight: 2,
    inputs: mutated([scenario, command]),
    run: (value) => void [describedScenario.safeParse(value), describedCommand.safeParse(value)],
  }),
  defineTarget({
    name: 'head of a CommonJS file',
    weight: 2,
    inputs: mutatedText([
      `${'/* a */\n// b\n'.repeat(30)}'use strict'; const c = 1;`,
      `${'/**/'.repeat(40)}const c = 1;`,
    ]),
    run: (code) => void beginsStrict(code),
  }),
  defineTarget({
    name: 'placeholders',
    weight: 2,
    inputs: fc.oneof(mutatedText(['{port}', '{{port} and {tempDir}']), anyText),
    run: (text) => void fillIn(text, { port: 1, tempDir: '/a' }),
  }),
  defineTarget({
    name: 'message of a worker',
    weight: 3,
    inputs: fc.oneof(mutated(workerMessages), anyJson),
    run: (message) => void parseWorkerMessage(message),
  }),
  defineTarget({
    name: 'record of a sites pass',
    weight: 0.3,
    inputs: mutatedJson([records.sites]),
    run: async (text) =>
      void (await readSites(
        written('record.json', text),
        { id: 'a/b', sources: [] },
        { workingDirectory: folder, profilesFolder: folder },
      )),
  }),
  defineTarget({
    name: 'record of an allocation pass',
    weight: 0.5,
    inputs: mutatedJson([records.allocations]),
    run: async (text) => void (await readAllocations(written('record.json', text), { sources: [] }, folder)),
  }),
  defineTarget({
    name: 'heap snapshots',
    weight: 0.5,
    throwsPlainErrors: true,
    inputs: fc.tuple(mutatedText([snapshotBefore]), mutatedText([snapshotText])),
    run: ([before, after]) =>
      void findRetainers(written('before.heapsnapshot', before), written('after.heapsnapshot', after), undefined),
  }),
  defineTarget({
    name: 'text of heaptrack',
    throwsPlainErrors: true,
    inputs: mutatedText([heaptrackText]),
    run: (text) => {
      const { peak, calls } = parseHeaptrackText(text);
      topStacks(peak, 'bytes', '/a');
      topStacks(calls, 'calls', '/a');
    },
  }),
  defineTarget({
    name: 'file of massif',
    throwsPlainErrors: true,
    inputs: mutatedText([massifText]),
    run: (text) => void parseMassifFile(text, '/a'),
  }),
  defineTarget({
    name: 'name of a Rust function',
    weight: 3,
    inputs: mutatedText([
      '_RNvNtCs1234_5crate6module8function',
      '_RINvNtC3std3mem8align_ofjdE',
      'core::ptr::drop_in_place$LT$alloc..vec..Vec$LT$u8$GT$$GT$::h0123456789abcdef',
      '$u7b$$u7b$closure$u7d$$u7d$',
    ]),
    run: (name) => void readableName(name),
  }),
  defineTarget({
    name: 'frame of a profiler',
    weight: 3,
    inputs: fc.record({ function: anyText, file: anyText, line: fc.nat(), object: anyText }),
    run: (frame) => void [shownFrame(frame, '/a'), programIn(frame.file)],
  }),
  defineTarget({
    name: 'rollup of a process',
    weight: 2,
    inputs: mutatedText([rollupText]),
    run: (text) => void mappedIn(text),
  }),
  defineTarget({
    name: 'stat of a process',
    weight: 2,
    inputs: mutatedText(['12 (a b) S 1 12 12 0 -1 4194304 1 2 3 4 5 6 7 8 20 0 1 0 99 1 2']),
    run: (text) => void parseStat(text),
  }),
  defineTarget({
    name: 'metrics of a program',
    weight: 2,
    throwsPlainErrors: true,
    inputs: mutatedText(['# HELP a b\na{b="c",d="}"} 1e3 123\na 2\n', '{"a":{"b":1},"c":2}']),
    run: (text) => void sumOfGauges(text, /^\s*[{[]/.test(text) ? ['a.b', 'c'] : ['a'], 'http://a'),
  }),
  defineTarget({
    name: 'weights in safetensors',
    weight: 2,
    inputs: mutatedBytes([safetensors]),
    run: (bytes) => void parseSafetensors(bytes, 'a'),
  }),
  defineTarget({
    name: 'configuration of a tokenizer',
    weight: 0.5,
    inputs: mutatedJson([{ model_max_length: 256, pad_token: '[PAD]' }]),
    run: async (text) => {
      written('tokenizer_config.json', text);
      await readMaxLength(folder);
    },
  }),
  defineTarget({
    name: 'package.json',
    inputs: mutatedJson([{ name: 'a', engines: { node: '>=20' }, dependencies: { b: '1' } }]),
    run: (text) => {
      written('package.json', text);
      versionOfRange(readManifest(folder).engines?.node ?? '');
    },
  }),
  defineTarget({
    name: 'range of Node versions',
    weight: 2,
    inputs: mutatedText(['>=18.0.0 <21 || ^22', '18 - 22', '20.x']),
    run: (range) => void versionOfRange(range),
  }),
  defineTarget({
    name: 'stack of a scenario',
    weight: 2,
    inputs: mutatedText(['Error: a\n    at b (file:///c/d.mjs:1:2)\n    at /c/d.mjs:3']),
    run: (text) => void inOriginalTerms(text, [{ compiled: '/c/d.mjs', original: '/c/d.ts' }]),
  }),
  defineTarget({
    name: 'case id as a file name',
    weight: 2,
    inputs: anyText,
    run: (id) => (/[/\\\0]|^\.\.?$/.test(fileNameOf(id)) ? ['a path'] : []),
  }),
  defineTarget({
    name: 'text in columns',
    weight: 2,
    inputs: fc.tuple(anyText, fc.nat(100)),
    run: ([text, columns]) => (widthOf(cutToWidth(text, columns)) > columns ? ['wider than its column'] : []),
  }),
];
