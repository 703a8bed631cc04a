import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineScenario } from 'memory-bench-action';
import onnxProto from 'onnx-proto';
import type { InferenceSession } from 'onnxruntime-node';
import { Tensor } from 'onnxruntime-node';

/** Puts another model into service and returns its session: what a pull request changes. */
export type SwapModel = (modelPath: string) => Promise<InferenceSession>;

const size = 256;

/** A service that takes a new model over while it runs, time and again. */
export const modelSwap = (swapModel: SwapModel) =>
  defineScenario<Record<string, never>, { modelPath: string }>({
    name: 'model-swap',
    description: 'Takes a new model over while the service runs.',
    tags: ['smoke'],
    iterations: 14,
    growth: { maxPercent: 100 },
    async setup({ tempDir }) {
      const modelPath = join(tempDir, 'model.onnx');
      await writeFile(modelPath, smallModel());
      return { modelPath };
    },
    async run(_context, { modelPath }) {
      const session = await swapModel(modelPath);
      const { y } = await session.run({ x: new Tensor('float32', new Float32Array(size).fill(1), [1, size]) });
      if (y?.data[0] !== size) throw new Error(`the model answered ${y?.data[0]} instead of ${size}`);
    },
  });

/** A real model has 90 MB and takes half a second to load; one matrix of ones shows the same. */
function smallModel(): Uint8Array {
  const { ModelProto, TensorProto } = onnxProto.onnx;
  const elemType = TensorProto.DataType.FLOAT;
  const row = { tensorType: { elemType, shape: { dim: [{ dimValue: 1 }, { dimValue: size }] } } };
  const ones = new Float32Array(size * size).fill(1);
  return ModelProto.encode({
    irVersion: 8,
    opsetImport: [{ domain: '', version: 17 }],
    graph: {
      name: 'ones',
      input: [{ name: 'x', type: row }],
      output: [{ name: 'y', type: row }],
      initializer: [{ name: 'w', dims: [size, size], dataType: elemType, rawData: new Uint8Array(ones.buffer) }],
      node: [{ opType: 'MatMul', input: ['x', 'w'], output: ['y'] }],
    },
  }).finish();
}
