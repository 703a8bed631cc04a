import { listeners } from '../listeners.js';

export default listeners(async (chunks, stop, store) => {
  const warn = () => console.error(`stopped while ${chunks.length} chunks were stored`);
  stop.addEventListener('abort', warn);
  try {
    await store(chunks);
  } finally {
    stop.removeEventListener('abort', warn);
  }
});
