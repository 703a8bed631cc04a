import { createServer } from 'node:net';

const host = '127.0.0.1';

/** Ports of 127.0.0.1 that were free a moment ago. Each is held until all are known, so that they differ. */
export async function freePorts(count: number): Promise<number[]> {
  const holders = await Promise.all(
    Array.from({ length: count }, () => {
      return new Promise<{ port: number; close: () => Promise<void> }>((resolve, reject) => {
        const server = createServer().once('error', reject);
        server.listen(0, host, () => {
          const address = server.address();
          const port = typeof address === 'object' && address !== null ? address.port : 0;
          resolve({ port, close: () => new Promise((done) => server.close(() => done())) });
        });
      });
    }),
  );
  await Promise.all(holders.map((holder) => holder.close()));
  return holders.map((holder) => holder.port);
}
