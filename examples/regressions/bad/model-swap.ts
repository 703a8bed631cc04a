import { InferenceSession } from 'onnxruntime-node';
import { modelSwap } from '../model-swap.js';

/** To roll back to; nobody ever releases them. */
const sessions: InferenceSession[] = [];

export default modelSwap(async (modelPath) => {
  const next = await InferenceSession.create(modelPath);
  sessions.push(next);
  return next;
});
