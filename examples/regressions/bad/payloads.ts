import { type Point, payloads } from '../payloads.js';

/** Which points have been exported, to say so at the end of the job. */
const exported: Point[] = [];

export default payloads((points) => {
  exported.push(...points);
});
