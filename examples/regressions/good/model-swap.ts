import { InferenceSession } from 'onnxruntime-node';
import { modelSwap } from '../model-swap.js';

let serving: InferenceSession | undefined;

export default modelSwap(async (modelPath) => {
  const next = await InferenceSession.create(modelPath);
  await serving?.release();
  serving = next;
  return next;
});
