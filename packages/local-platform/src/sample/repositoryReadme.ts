/** What the root of the sample repository says about it. */
export const repositoryReadme = `# GitOps repository of the Canton platform

Everything that runs is described here. Each change is a pull request; what is merged into \`main\` is
applied within seconds, and a rollback is a revert.

| path | what it is |
| --- | --- |
| \`platform.yaml\` | the platform as a whole |
| \`clusters/\` | one file for each cluster |
| \`environments/\` | one file for each environment, with its guardrails |
| \`clients/<client>/client.yaml\` | a client |
| \`clients/<client>/<environment>/\` | a client in one environment: descriptor, manifests, Helm values |
| \`hub/\` | what the GitOps engine on the hub works with |
`;
