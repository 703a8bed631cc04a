/** The client of GitHub's API. A type only, because the client is loaded lazily. */
export type Octokit = ReturnType<typeof import('@actions/github').getOctokit>;
