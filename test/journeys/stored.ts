import { unzipSync } from 'fflate';
import type { GitHub } from '../stand-in/github.ts';
import type { Artifact } from '../stand-in/state.ts';

/** A file of a stored artifact, downloaded as anybody with a token would. */
export async function readStored(github: GitHub, { id }: Artifact, file: string): Promise<string> {
  const { fullName } = github.repository;
  const headers = { authorization: `Bearer ${github.token().value}`, 'user-agent': 'a test' };
  const response = await fetch(`${github.url}/repos/${fullName}/actions/artifacts/${id}/zip`, { headers });
  const content = unzipSync(new Uint8Array(await response.arrayBuffer()))[file];
  if (content === undefined) throw new Error(`the artifact has no ${file}`);
  return new TextDecoder().decode(content);
}
