import { type Point, payloads } from '../payloads.js';

/** Which points have been exported, to say so at the end of the job. */
const exported = new Set<Point['id']>();

export default payloads((points) => {
  for (const { id } of points) exported.add(id);
});
