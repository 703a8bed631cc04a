/** The client of GitHub's API. A type only: the client is loaded late. */
export type Octokit = ReturnType<typeof import('@actions/github').getOctokit>;
